"""What the Cities page asks: one .sql per question, one typed function each."""
