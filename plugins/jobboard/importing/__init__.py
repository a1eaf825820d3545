"""Import: a feed or a WordPress export in, Markdown files out, to be reviewed before they are committed.

Stands beside `outputs`, after the board: a build knows nothing of it, and only the command imports it. A source is
read into entries (`feed`, `wordpress`), an entry becomes the text of a file (`html`, `markdown`, `item`), and `run`
compares that with what is there and writes.
"""
