"""The hosts of addresses, and whose domains they are."""

from __future__ import annotations

from collections.abc import Iterable

from jobboard.model.fields.addresses import host_of


def host_in(address: str) -> str:
    """The host of an e-mail or a web address, in small letters."""
    return (host_of(address) if "://" in address else address.rpartition("@")[2]).lower()


def is_within(host: str, domains: Iterable[str]) -> bool:
    """True if the host is one of these domains, or below one."""
    return any(host == each or host.endswith(f".{each}") for each in domains)
