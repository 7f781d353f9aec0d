"""How often somebody may try a password: limits by account, by the network a request comes from, and by both."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from graph.store import Store

WINDOW = timedelta(minutes=15)
PER_ACCOUNT_FROM_ONE_ADDRESS = 10
PER_ADDRESS = 50
PER_ACCOUNT = 100
"""More than one address may use up: who guesses at an account must not shut its owner out from elsewhere."""


def attempt(store: Store, name: str, address: str, now: datetime) -> datetime | None:
    """Count an attempt to get in as `name` from an address. Answers None, or when to try again.

    Counted before the password is looked at, so that a flood costs no hashing.
    """
    end = _window_end(now)
    for counter, limit in _counters(name, address):  # what one refuses the next does not count
        if store.add(counter, 1, now, end) > limit:
            return end
    return None


def succeeded(store: Store, name: str, address: str, now: datetime) -> None:
    """Who knew the password is not counted: an office behind one address signs in every morning."""
    end = _window_end(now)
    for counter, _ in _counters(name, address):
        store.add(counter, -1, now, end)


def counted(store: Store, what: str, value: str, limit: int, now: datetime) -> datetime | None:
    """Count something that may happen so often in a quarter of an hour. Answers None, or when to try again.

    For links without account: what opened nothing is counted by address, what is sent by link.
    """
    end = _window_end(now)
    return end if store.add(_counter(what, value), 1, now, end) > limit else None


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


def _counters(name: str, address: str) -> list[tuple[str, int]]:
    near = neighbourhood(address)
    by_account = [
        (_counter("both", f"{near} {name}"), PER_ACCOUNT_FROM_ONE_ADDRESS),
        (_counter("account", name), PER_ACCOUNT),
    ]
    return [(_counter("address", near), PER_ADDRESS), *(by_account if name else [])]


def _counter(what: str, value: str) -> str:
    # Neither mail nor address is kept in the clear, and the counter itself for a quarter of an hour.
    return f"attempt:{what}:{hashlib.sha256(value.encode()).hexdigest()[:32]}"
