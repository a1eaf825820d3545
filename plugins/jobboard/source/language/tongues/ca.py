"""Catalan, as far as dates are typed in it."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import Tongue

TONGUE = Tongue(of_month_joined="d")
