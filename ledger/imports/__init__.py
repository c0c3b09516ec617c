"""Somebody's spreadsheet as statements and reports that people edit: `python -m ledger import FILE --into FOLDER`."""
