"""Dutch, as far as contacts and dates are typed in it."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import Tongue

TONGUE = Tongue(
    midnight="middernacht",
    dot="punt",
    through="tot",
    before_hour="om|van",
    hours="uur",
    around_day="om",
    more_ordinals="ste|de",
)
