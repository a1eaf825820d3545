"""Portuguese, as far as contacts and dates are typed in it."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import Tongue

TONGUE = Tongue(at_sign="arroba", dot="ponto", before_hour="das?", around_day="o")
