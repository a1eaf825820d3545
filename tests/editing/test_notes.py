"""What comments say of fields, as the form shows it."""

from __future__ import annotations

from jobboard.editing.notes import notes_of

FRONT = """\
# Read the guide first.

# certain, in line 1: "Adviser"
title: Adviser
# organisation: not found: the id of who hires
apply:
  # by mail
  email: jobs@example.org
# doubtful: "at the end of May" (take away the '# ' if it is so)
# deadline: 2026-05-31
place: Ghent   # beside the station
"""


def test_a_field_has_the_comments_right_above_it_and_what_it_would_say() -> None:
    assert notes_of(FRONT, {"title", "organisation", "apply", "deadline", "place"}) == {
        "title": 'certain, in line 1: "Adviser"',
        "organisation": "not found: the id of who hires",
        "deadline": "doubtful: \"at the end of May\" (take away the '# ' if it is so) 2026-05-31",
    }
