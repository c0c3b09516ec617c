"""What a record means: figures, clocks, vocabulary, series; one row a claim."""
