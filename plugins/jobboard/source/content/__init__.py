"""The content folder: found, read, remembered."""
