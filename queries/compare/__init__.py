"""What the Compare page asks: one .sql per question, one typed function each."""
