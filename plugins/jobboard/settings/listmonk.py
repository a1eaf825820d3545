"""Who asks a listmonk: a user of its API and the user's token, from the environment and from nowhere else."""

from __future__ import annotations

import os

USER, TOKEN = "LISTMONK_USER", "LISTMONK_TOKEN"


def listmonk_login() -> tuple[str, str] | None:
    """The user and the token; None where either is missing, or cannot stand in a header."""
    user, token = (os.environ.get(name, "").strip() for name in (USER, TOKEN))
    is_plain = all(each.isascii() and each.isprintable() for each in (user, token)) and ":" not in user
    return (user, token) if user and token and is_plain else None
