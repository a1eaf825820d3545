"""Picture files: what they are, how large, and what of them is published."""
