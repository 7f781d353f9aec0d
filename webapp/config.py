"""What a server is told when it starts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Mode = Literal["demo", "own"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """Settings of one process; the network's own settings are Records."""

    data: Path
    """Folder of the stores and of files on their way in."""
    mode: Mode = "own"
    store_url: str = ""
    """Where the network is kept; empty: a file in `data`, one for the demo and one for an own network."""
    areas: tuple[str, ...] = ()
    """The areas this process serves, by ARS, AGS or name; empty: everything."""
    trusted_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    secure_cookies: bool = False
    """Set where pages are served over https."""
    proxies: int = 0
    """How many reverse proxies stand in front; only then are their headers believed."""

    @property
    def url(self) -> str:
        """Where the network is kept."""
        return self.store_url or str(self.data / f"{self.mode}.sqlite")

    @property
    def incoming(self) -> Path:
        """Where uploaded files wait to be read."""
        return self.data / "incoming"


def from_environment(environ: Mapping[str, str] = os.environ) -> Config:
    """Settings from KNOTENPUNKT_DATA, _STORE, _HOSTS (comma separated), _HTTPS and _PROXIES (a number)."""
    hosts = tuple(h.strip() for h in environ.get("KNOTENPUNKT_HOSTS", "").split(",") if h.strip())
    return Config(
        data=Path(environ.get("KNOTENPUNKT_DATA", "data")).resolve(),
        store_url=environ.get("KNOTENPUNKT_STORE", ""),
        trusted_hosts=hosts or Config.__dataclass_fields__["trusted_hosts"].default,
        secure_cookies=environ.get("KNOTENPUNKT_HTTPS", "") not in ("", "0"),
        proxies=int(environ.get("KNOTENPUNKT_PROXIES", "0") or 0),
    )
