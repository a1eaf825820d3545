"""Files changed field by field: the text of a file, a field and its new value in, the text with nothing else touched out.

Nothing here writes; the commands do (decision 73).
"""
