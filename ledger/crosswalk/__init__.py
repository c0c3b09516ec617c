"""What each recorder's published rule would make of the same claims: our reading of their rule, not their data."""
