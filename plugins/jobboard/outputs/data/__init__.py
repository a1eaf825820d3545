"""The visible content as data for other programs: rows in, JSON with its schema out."""
