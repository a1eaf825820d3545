"""A text from elsewhere, as HTML, into Markdown."""
