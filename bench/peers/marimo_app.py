"""The claims in marimo: a choice of the phase, a chart and a table, run again when the watched file changes."""

import marimo

app = marimo.App()


@app.cell
def _():
    import io
    import os

    import marimo as mo
    import pandas as pd
    import plotly.express as px

    return io, mo, os, pd, px


@app.cell
def _(mo, os):
    file = mo.watch.file(os.environ["CLAIMS"])
    phase = mo.ui.radio(["phase-1", "phase-2"], value="phase-2", label="Phase")
    mo.vstack([mo.md("# Claims"), phase])
    return file, phase


@app.cell
def _(file, io, pd, phase):
    claims = pd.read_csv(io.StringIO(file.read_text()))
    shown = claims[claims["phase"] == phase.value]
    return (shown,)


@app.cell
def _(mo, px, shown):
    mo.ui.plotly(px.scatter(shown, x="said", y="number", color="side", hover_name="claimant"))
    return


@app.cell
def _(mo, shown):
    mo.ui.table(shown[["claimant", "metric", "group", "number", "said", "publisher"]], page_size=10)
    return


if __name__ == "__main__":
    app.run()
