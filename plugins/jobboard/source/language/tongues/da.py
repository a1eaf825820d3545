"""Danish, and with it Norwegian and Swedish, as far as dates are typed in them."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import Tongue

TONGUE = Tongue(before_hour=r"kl\.?|til", around_day="kl|den|om")
