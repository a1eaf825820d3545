"""Stage 3, board: typed content and an instant in, everything linked, ordered and given its status out.

Pure: `now` is an argument, nothing is read and nothing is written. `link_board` is the entry.
"""
