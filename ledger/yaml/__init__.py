"""Files and text become values that know their line and column; what is wrong with them has one shape."""
