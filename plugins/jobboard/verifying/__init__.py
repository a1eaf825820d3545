"""A built site and the address it was published at in, what visitors get otherwise than they should out."""
