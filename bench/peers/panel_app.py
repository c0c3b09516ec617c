"""The claims in Panel: a choice of the phase, a chart and a table, followed by a periodic callback."""

import os

import pandas as pd
import panel as pn
import plotly.express as px

pn.extension("plotly", "tabulator")
CLAIMS = os.environ["CLAIMS"]
COLUMNS = ["claimant", "metric", "group", "number", "said", "publisher"]

claims = pn.rx(pd.read_csv(CLAIMS))
phase = pn.widgets.RadioButtonGroup(name="Phase", options=["phase-1", "phase-2"], value="phase-2")
shown = claims[claims["phase"] == phase]


def drawn(rows: pd.DataFrame) -> object:
    return px.scatter(rows, x="said", y="number", color="side", hover_name="claimant")


def read_again() -> None:
    found = pd.read_csv(CLAIMS)
    if not found.equals(claims.rx.value):
        claims.rx.value = found


pn.state.add_periodic_callback(read_again, period=1000)
pn.Column(
    "# Claims",
    phase,
    pn.pane.Plotly(pn.bind(drawn, shown)),
    pn.widgets.Tabulator(shown[COLUMNS], pagination="local", page_size=10, disabled=True),
).servable(title="Claims")
