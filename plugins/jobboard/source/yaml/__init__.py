"""Front matter: YAML in, a tree of texts with their lines out."""
