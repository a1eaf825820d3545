"""Everything that shows one organisation, and their list."""
