"""Copies of the pages read, in a web archive: which lack one, what an archive answers, `archived:` in the reports."""
