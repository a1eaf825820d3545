"""Dates and times as authors write them, and zones."""
