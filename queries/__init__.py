"""One .sql per question, one typed function for each."""
