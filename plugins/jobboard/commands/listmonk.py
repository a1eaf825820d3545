"""A digest as a draft campaign of a listmonk, by its documented API (listmonk.app/docs/apis/campaigns).

Nothing is sent: a campaign is made as a draft, and somebody starts it there.
"""

from __future__ import annotations

import http.client
import json
import ssl
from base64 import b64encode
from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import SplitResult

from jobboard.net.download import parts_of
from jobboard.outputs.mail.digest import Digest
from jobboard.outputs.mail.html import digest_fragment
from jobboard.outputs.mail.plain import digest_text

_SECONDS = 30
_MOST = 1_000_000
"""Bytes of an answer that are read."""

_SHOWN = 300
"""Characters of what a server says that a message shows."""


class NoCampaignError(Exception):
    """No campaign was made; the message says why, in words that may hold anything a server has sent."""


def api_of(url: str) -> SplitResult:
    """The address of a listmonk, taken apart. A token goes over https alone, or to this machine; for any other address
    it raises ValueError with a sentence."""
    parts = parts_of(url)
    if parts.query or parts.fragment:
        raise ValueError("expected the address of the listmonk alone")
    if parts.scheme != "https" and not _is_here(parts.hostname or ""):
        raise ValueError("expected an address with https")
    return parts


def campaign_of(digest: Digest, lists: Sequence[int]) -> dict[str, object]:
    """What listmonk is told. Texts are Go templates to it: braces in them are made to stand for themselves."""
    subject = _as_template(digest.subject)
    return {
        "name": f"{digest.subject} ({digest.span})",
        "subject": subject,
        "lists": [*lists],
        "type": "regular",
        "content_type": "html",
        "body": _as_template(digest_fragment(digest)),
        "altbody": _as_template(digest_text(digest)),
        "tags": ["digest", digest.lang],
    }


def make_campaign(parts: SplitResult, login: tuple[str, str], campaign: dict[str, object]) -> str:
    """Make the draft, and answer what it is known by. Raises NoCampaignError."""
    connection = _connection(parts)
    token = b64encode(":".join(login).encode()).decode()
    headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json", "User-Agent": "jobboard digest"}
    try:
        connection.request("POST", f"{parts.path.rstrip('/')}/api/campaigns", json.dumps(campaign).encode(), headers)
        reply = connection.getresponse()
        data = reply.read(_MOST)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoCampaignError(str(error) or type(error).__name__) from None
    finally:
        connection.close()
    return _answered(reply.status, data)


def _answered(status: int, data: bytes) -> str:
    try:
        found = json.loads(data)
        if status == http.HTTPStatus.OK:
            made = found["data"]
            if made["status"] != "draft":
                raise NoCampaignError(f"it is no draft: {made['status']}")
            return str(made["id"])
        said = str(found["message"])[:_SHOWN]
    except (ValueError, KeyError, TypeError, RecursionError):
        said = "what it says is no answer of a listmonk"
    raise NoCampaignError(f"the server answers {status}: {said}")


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=_SECONDS, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, parts.port, timeout=_SECONDS)


def _is_here(host: str) -> bool:
    """True for this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _as_template(text: str) -> str:
    """A text that Go's templates print as it is (pkg.go.dev/text/template)."""
    return text.replace("{{", '{{ "{{" }}')
