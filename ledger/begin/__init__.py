"""An empty data folder for another conflict: `python -m ledger new FOLDER`."""
