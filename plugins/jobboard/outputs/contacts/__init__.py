"""Contact data in texts: found, and taken off closed postings."""
