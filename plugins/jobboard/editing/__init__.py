"""Files changed field by field: a file, a field and its new value in, the file with nothing else touched out.

Nothing here writes; the commands do (decision 73).
"""
