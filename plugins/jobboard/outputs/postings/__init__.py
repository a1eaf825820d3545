"""Everything that shows one posting, and the lists of them."""
