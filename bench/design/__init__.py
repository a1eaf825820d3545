"""The visual system as a page: the theme's tokens, measured, and its parts in every state (`make design`)."""
