"""Advice on what is on the board: legal, and probably not what was meant."""
