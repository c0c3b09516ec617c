"""What the public addresses ask: feed, citations, places by id."""
