"""A site's table of addresses in, the lines a server is configured with out; and a published site held against it."""
