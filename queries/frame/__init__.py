"""What every page asks: phases, moments, sides, claims by id."""
