"""Feeds and WordPress exports, read into entries."""
