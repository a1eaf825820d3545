"""The fields that postings, news items and events have in common, each declared once."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from jobboard.model.fields.field import Shared, declared
from jobboard.model.fields.lists import list_of
from jobboard.model.fields.record import Where
from jobboard.model.fields.references import OWN_FOLDER, id_in
from jobboard.model.fields.values import ID, LANGUAGE, LINE, MOMENT, TEXT, ZONE, one_of
from jobboard.model.parts.general import IMAGE
from jobboard.source.content.folder import TOPICS
from jobboard.source.message import Phrase, message, phrase

ENTITY_IN_A_TITLE = message("entity-in-a-title", "'%(entity)s' is shown as typed")

_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")


UPDATED_ALSO = "modified lastmod last_modified last_updated updated_at date_modified mis_a_jour modifie"
ZONE_ALSO = "tz zone time_zone fuseau fuseau_horaire zona_horaria huso_horario"
STATUS_ALSO = "state published_status statut estado visibility"
DRAFTS = dict.fromkeys(("draft", "is_draft", "hidden", "brouillon", "borrador", "unpublished"), "draft")
"""What people write for the fields below; their names in other programs, in French and in Spanish."""


class Visibility(StrEnum):
    """What an author may say of a status; every other status follows from dates."""

    DRAFT = "draft"


def title(example: str) -> Any:
    """Declare `title`."""
    return declared(
        LINE,
        "The title, in plain text.",
        example,
        required=phrase("every item has a title"),
        also="name headline heading job_title position_title titre titulo intitule poste puesto",
    )


def summary() -> Any:
    """Declare `summary`."""
    return declared(
        TEXT,
        "One or two sentences for lists and feeds; else the first paragraph is used.",
        "Help towns and regions learn from each other.",
        also="description excerpt abstract teaser lead intro subtitle og_description resume chapeau resumen",
    )


def lang() -> Any:
    """Declare `lang`."""
    return declared(
        LANGUAGE,
        "Language the text is written in; else the site's.",
        "fr",
        also="language locale hreflang langue idioma lengua",
    )


def topics() -> Any:
    """Declare `topics`."""
    type_ = list_of(id_in(TOPICS))
    return declared(
        type_,
        "Ids of topics, from content/topics.yaml.",
        "[culture, twinning]",
        default=(),
        also="tags tag keywords topic category categories theme themes subjects mots_cles etiquettes etiquetas temas",
        shared=Shared.LENT,
    )


def published(required: Phrase) -> Any:
    """Declare `published`."""
    return declared(
        MOMENT,
        "When it appears: a date (from the start of that day) or a minute.",
        "2026-03-02",
        required=required,
        also=(
            "date publish publish_date published_at published_on publication_date pub_date pubdate posted date_posted "
            "embargo publie publication date_de_publication fecha publicado fecha_de_publicacion"
        ),
    )


def updated() -> Any:
    """Declare `updated`."""
    return declared(
        MOMENT, "When its content last changed; else it is `published`.", "2026-03-09 14:00", also=UPDATED_ALSO
    )


def timezone(shared: Shared = Shared.OWN) -> Any:
    """Declare `timezone`."""
    return declared(
        ZONE, "Zone its times are meant in; else its organisation's.", "Europe/Madrid", also=ZONE_ALSO, shared=shared
    )


def status() -> Any:
    """Declare `status`."""
    draft_alone = one_of(Visibility, phrase("every other status follows from the dates: delete the line"))
    return declared(draft_alone, "`draft` keeps it off the site.", "draft", also=STATUS_ALSO, switches=DRAFTS)


def formerly() -> Any:
    """Declare `formerly`."""
    return declared(
        list_of(ID),
        "Earlier file names, oldest first; they keep leading here.",
        "[old-name]",
        default=(),
        also="aliases alias redirect_from redirects old_slug old_url formerly_known_as",
    )


def translation_of() -> Any:
    """Declare `translation_of`."""
    return declared(
        id_in(OWN_FOLDER),
        "Id of the item this is a translation of.",
        "data-analyst",
        also="translation translations original translates translation_key traduction_de traduccion_de",
    )


def image(shared: Shared = Shared.OWN) -> Any:
    """Declare `image`."""
    return declared(
        IMAGE,
        "A picture.",
        "{file: images/team.jpg, alt: Five colleagues around a map}",
        also="picture photo cover featured_image thumbnail og_image banner hero images imagen foto",
        shared=shared,
    )


def advise_on_title(text: str, where: Where) -> None:
    """Titles are plain text: an HTML entity in one would be shown letter by letter."""
    if where.knows("title") and (found := _ENTITY.search(text)):
        where.advise("title", ENTITY_IN_A_TITLE(entity=found[0]), phrase("write the character itself"))
