"""Everything that shows one news item, and the lists of them."""
