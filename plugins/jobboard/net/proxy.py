"""The proxy that the environment names (`http_proxy`, `https_proxy`, `no_proxy`), and the way through it."""

from __future__ import annotations

import base64
import http.client
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from jobboard.net.deadline import TimedStream


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it is, and what it must be told to let one in."""

    host: str
    port: int
    headers: dict[str, str] = field(default_factory=dict)


def proxy_for(scheme: str, host: str) -> Proxy | None:
    """The proxy for a host; None if that is asked directly. Raises ValueError for one that is not spoken to by http."""
    address = urllib.request.getproxies().get(scheme, "")
    if not address or urllib.request.proxy_bypass(host):
        return None
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError(f"the proxy for {scheme} is none that is spoken to by http")
    if parts.username is None:
        return Proxy(parts.hostname, parts.port or 80)
    name = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    secret = base64.b64encode(name.encode()).decode()
    return Proxy(parts.hostname, parts.port or 80, {"Proxy-Authorization": f"Basic {secret}"})


def tunnel(stream: TimedStream, place: str, proxy: Proxy) -> None:
    """Have a proxy connect to `host:port` (RFC 9110, section 9.3.6). Raises ValueError if it does not."""
    headers = [f"Host: {place}", *(f"{name}: {value}" for name, value in proxy.headers.items())]
    stream.sendall("\r\n".join([f"CONNECT {place} HTTP/1.1", *headers, "", ""]).encode("ascii"))
    with http.client.HTTPResponse(stream, method="CONNECT") as response:  # type: ignore[arg-type]
        response.begin()
        if response.status != http.client.OK:
            raise ValueError(f"the proxy answers {response.status}")
