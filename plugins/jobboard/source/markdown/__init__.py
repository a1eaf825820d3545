"""Markdown in, safe HTML out, and what is said of a text without it."""
