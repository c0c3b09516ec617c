"""Pictures of the Compare page: rows in, a plotly figure out."""
