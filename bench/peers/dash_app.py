"""The claims in Dash: a choice of the phase, a chart and a table, read anew by an interval."""

import os
import sys

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, callback, dash_table, dcc, html

CLAIMS = os.environ["CLAIMS"]
COLUMNS = ["claimant", "metric", "group", "number", "said", "publisher"]

app = Dash(title="Claims")
app.layout = html.Div(
    [
        html.H1("Claims"),
        dcc.RadioItems(["phase-1", "phase-2"], "phase-2", id="phase"),
        dcc.Graph(id="chart"),
        dash_table.DataTable(id="table", columns=[{"name": name, "id": name} for name in COLUMNS], page_size=10),
        dcc.Interval(id="again", interval=1000),
    ]
)


@callback(Output("chart", "figure"), Output("table", "data"), Input("phase", "value"), Input("again", "n_intervals"))
def drawn(phase: str, _again: int) -> tuple[object, object]:
    claims = pd.read_csv(CLAIMS)
    shown = claims[claims["phase"] == phase]
    return px.scatter(shown, x="said", y="number", color="side", hover_name="claimant"), shown.to_dict("records")


if __name__ == "__main__":
    app.run(port=sys.argv[1], debug=False)
