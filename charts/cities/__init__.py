"""Pictures of the Cities page: rows in, a plotly figure out."""
