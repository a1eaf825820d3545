"""The desk that files are written at: the content as it was read, edits written and checked, and the form's server."""
