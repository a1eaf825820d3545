"""What readers were shown by the last build, noted so that nothing vanishes or comes back without a word."""
