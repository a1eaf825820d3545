"""Words, dates and texts as readers are given them, whatever shows them."""
