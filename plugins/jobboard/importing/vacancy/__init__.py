"""A vacancy as people hand it over in, a draft in Markdown out: a Word file, a text, a PDF, a mail, a saved page.

`papers` reads the bytes into HTML and says what was left out; `guesses` finds what fields its lines hold, with where
it stood and how sure that is; `draft` writes the file; `take` puts it where it belongs.
"""
