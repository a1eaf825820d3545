"""What an author is asked for, by whoever draws a form of the declarations: the kind of input that fits a type."""

from __future__ import annotations

from enum import StrEnum


class Input(StrEnum):
    """A kind of input. The last four hold other inputs."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    """A day, and perhaps a minute of it."""
    DEADLINE = "deadline"
    """A moment, or the word `rolling`."""
    CHOICE = "choice"
    YES_OR_NO = "yes-or-no"
    ID = "id"
    EMAIL = "email"
    URL = "url"
    PHONE = "phone"
    COUNTRY = "country"
    LANGUAGE = "language"
    CURRENCY = "currency"
    ZONE = "zone"
    FILE = "file"
    NUMBER = "number"
    AMOUNT = "amount"
    COLOUR = "colour"
    DOMAIN = "domain"
    LIST = "list"
    PAIRS = "pairs"
    """Values by a code, any of which may be left out."""
    GROUP = "group"
    """The fields of a record."""
    GROUP_OR_YES = "group-or-yes"
    """The fields of a record, none of which need be known."""
