"""An invented board to look at: twelve organisations, three languages, everything a board can have at one instant.

`python -m bench.demo FOLDER` writes its content and settings; `make demo` builds it, too.
"""
