"""Lines of a document in, guesses at the fields of a posting out."""
