"""What pages have in common: theme, frame, links, listings, people, pictures, markup."""
