"""What the code knows of natural languages: a module for each, named by its code, that fills in `tongue.Tongue`.

Nothing here does anything. Patterns are made of these words, for all tongues at once, where they are looked for.
"""
