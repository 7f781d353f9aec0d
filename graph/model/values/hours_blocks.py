"""What opening hours say, before they are written as OSM syntax."""

from __future__ import annotations

from dataclasses import dataclass, field

# Minutes since midnight; an end of None is open ("ab 14 Uhr").
Span = tuple[int, int | None]


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Times of one day that share a state: open, closed or appointment (then times may be empty)."""

    spans: tuple[Span, ...] = ()
    state: str = "open"
    comment: str = ""


@dataclass(kw_only=True)
class Block:
    """Days with what is said of them; built up while the text is read.

    `ordinals` are weeks of the month (1 to 5, -1 the last), `dates` single days as ISO text.
    """

    days: frozenset[int] = frozenset()
    ordinals: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    segments: list[Segment] = field(default_factory=list)
    comment: str = ""
    heading: str = ""
    added: bool = False
    ranged: bool = False
    start: int = 0
    end: int = 0

    @property
    def weekly(self) -> bool:
        return bool(self.days) and not self.ordinals and not self.dates

    def spans(self) -> tuple[Span, ...]:
        return tuple(span for segment in self.segments for span in segment.spans)


def overlap(first: tuple[Span, ...], second: tuple[Span, ...]) -> bool:
    """Whether any time is in both."""
    return any(a < _end(d) and c < _end(b) for a, b in first for c, d in second)


def covers(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    """Whether each span of `inner` lies within one of `outer`."""
    return all(any(a <= c and _end(d) <= _end(b) for a, b in outer) for c, d in inner)


def _end(end: int | None) -> int:
    return 24 * 60 if end is None else end
