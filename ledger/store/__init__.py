"""Records become a DuckDB store: its tables, its shared meaning, the gate, and the snapshot that pages read."""
