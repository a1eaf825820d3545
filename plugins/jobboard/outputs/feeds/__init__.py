"""Feeds as a form: entries in, RSS, Atom and JSON Feed out. Knows neither postings nor news."""
