"""Pictures of the Overview: rows in, a plotly figure as a plain dict out."""
