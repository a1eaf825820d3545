"""`jobboard init`: a board of one's own to start from, and what a later version would write of it."""
