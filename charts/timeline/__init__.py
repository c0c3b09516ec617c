"""Pictures of the Timeline page: rows in, a plotly figure out."""
