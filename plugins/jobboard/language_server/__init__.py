"""What an editor asks of a file that is being written: a text and a place in it in, messages and proposals out.

All but `server.py` is pure; that one speaks the Language Server Protocol (LSP 3.17) and decides nothing.
"""
