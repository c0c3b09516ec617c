"""What the Overview page asks: one .sql per question, one typed function each."""
