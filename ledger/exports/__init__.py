"""The store as CSV, Parquet and JSON, with a data package."""
