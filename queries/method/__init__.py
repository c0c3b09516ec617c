"""What the Method page asks: one .sql per question, one typed function each."""
