"""How often somebody may try a password: limits by account and by the network a request comes from."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from graph.store import Store

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 10
PER_ADDRESS = 50


def attempt(store: Store, name: str, address: str, now: datetime) -> datetime | None:
    """Count an attempt to get in as `name` from an address. Answers None, or when to try again.

    Counted before the password is looked at, so that a flood costs no hashing.
    """
    end = _window_end(now)
    known = store.add(_counter("account", name), 1, now, end) if name else 0
    near = store.add(_counter("address", neighbourhood(address)), 1, now, end)
    return end if known > PER_ACCOUNT or near > PER_ADDRESS else None


def succeeded(store: Store, name: str, address: str, now: datetime) -> None:
    """Who knew the password is not counted: an office behind one address signs in every morning."""
    end = _window_end(now)
    store.add(_counter("account", name), -1, now, end)
    store.add(_counter("address", neighbourhood(address)), -1, now, end)


def neighbourhood(address: str) -> str:
    """What one customer has: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or ip_network((int(parsed), 64), strict=False))
    return str(parsed)


def _window_end(now: datetime) -> datetime:
    seconds = int(WINDOW.total_seconds())
    return datetime.fromtimestamp((int(now.timestamp()) // seconds + 1) * seconds, UTC)


def _counter(what: str, value: str) -> str:
    # Neither mail nor address is kept in the clear, and the counter itself for a quarter of an hour.
    return f"attempt:{what}:{hashlib.sha256(value.encode()).hexdigest()[:32]}"
