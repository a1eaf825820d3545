"""Bytes of a document in, its text as HTML out, one module for each kind; what is hostile is refused."""
