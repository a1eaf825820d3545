"""Everything that shows one event, and the lists of them."""
