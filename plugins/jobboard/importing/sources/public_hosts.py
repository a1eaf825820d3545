"""Machines that anybody may ask, told from those of somebody's own network by their numbers."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_OWN_4 = tuple(
    IPv4Network(each)
    for each in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
"""This machine, private, shared by a carrier, link-local, for samples and measurements, to many at once, kept back: all
that IANA's registry of special addresses (RFC 6890) does not give to one public machine."""

_PUBLIC_6 = IPv6Network("2000::/3")
"""The only part of IPv6 that is given to machines of the internet."""

_OWN_6 = tuple(IPv6Network(each) for each in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
"""Parts of it that are not: tunnels that lead to any number (Teredo, 6to4), samples."""

_WITH_4 = tuple(IPv6Network(each) for each in ("::ffff:0:0/96", "64:ff9b::/96"))
"""Where the last 32 bits are a number of IPv4, which is where they lead (RFC 4291, RFC 6052)."""


def is_public(number: str) -> bool:
    """True for the number of one machine on the internet; a zone behind it (`%eth0`) means it is none."""
    try:
        address = ip_address(number)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _OWN_4)
    return _is_public_6(address)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id:
        return False
    if any(address in network for network in _WITH_4):
        return is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
    return address in _PUBLIC_6 and not any(address in network for network in _OWN_6)
