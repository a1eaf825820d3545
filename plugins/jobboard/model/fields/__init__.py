"""Stage 2, model: how fields are declared, and how each type of value is read or refused."""
