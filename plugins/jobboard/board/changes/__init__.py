"""What becomes of a board by itself: what opens, closes, changes, and when."""
