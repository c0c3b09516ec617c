"""Records against one another: what cannot be, and the whole folder as one checked dataset."""
