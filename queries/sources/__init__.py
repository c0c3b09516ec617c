"""What the Sources page asks: one .sql per question, one typed function each."""
