"""Stage 4, plan: the board in, every output of the site with all it depends on out."""
