"""YAML that people edit, turned into checked records and a DuckDB store."""
