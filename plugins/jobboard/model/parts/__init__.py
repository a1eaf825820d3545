"""Stage 2, model: the records that are parts of items: how to apply, pay, places, people, files."""
