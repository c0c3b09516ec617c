"""What the Timeline page asks: one .sql per question, one typed function each."""
