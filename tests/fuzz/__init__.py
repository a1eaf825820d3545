"""Readers of what strangers write, given anything for minutes; the tests of every run try a few hundred examples."""
