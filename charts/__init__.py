"""A DataFrame in, a plotly figure or its words out: no queries, no pages, no files."""
