"""One week out of blocks: which blocks belong together, and which are a second schedule."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model.values.hours_blocks import Block, Segment, covers, overlap

Week = dict[int, list[Segment]]


@dataclass(kw_only=True)
class Schedule:
    """The week of the first schedule, what stands beside it, and the blocks that did not fit."""

    week: Week = field(default_factory=dict)
    special: list[Block] = field(default_factory=list)
    empty: list[Block] = field(default_factory=list)
    second: list[Block] = field(default_factory=list)


def schedule(blocks: list[Block]) -> Schedule:
    """Put blocks into one week.

    A list that starts over ("Montag … Freitag, Montag …") with times that contradict the first is
    another schedule, of another office say: it is set aside whole, since to unite them would be a guess.
    """
    result = Schedule(empty=[block for block in blocks if not block.segments])
    runs = _runs([block for block in blocks if block.segments])
    for number, run in enumerate(runs):
        if number and not _fits(run, result.week):
            result.second = [block for rest in runs[number:] for block in rest]
            break
        for block in run:
            _add(block, result)
    return result


def _runs(blocks: list[Block]) -> list[list[Block]]:
    """Cut where the order of the days goes back, or where a heading begins something new."""
    runs: list[list[Block]] = []
    last = -1
    for block in blocks:
        first = min(block.days, default=last)
        back = block.weekly and not block.added and first <= last
        if not runs or back or block.heading:
            runs.append([])
        runs[-1].append(block)
        last = first if block.weekly and not block.added else last
    return runs


def _fits(run: list[Block], week: Week) -> bool:
    """Whether the later blocks only add to the week, repeat it, or name one day's exception."""
    if run[0].heading and any(day in week for block in run for day in block.days):
        return False
    return all(
        not block.weekly or all(_day_fits(block, week.get(day, []), len(run)) for day in block.days) for block in run
    )


def _day_fits(block: Block, known: list[Segment], length: int) -> bool:
    before = tuple(span for segment in known for span in segment.spans)
    now = block.spans()
    closed = [segment.state for segment in block.segments] == ["closed"]
    if closed or (before and covers(now, before) and now != before):
        return length == 1 and len(block.days) == 1 or not known
    if any(segment.state == "closed" for segment in known):
        return False
    return _same(known, block.segments) or not overlap(before, now)


def _same(known: list[Segment], new: list[Segment]) -> bool:
    return {(segment.spans, segment.state) for segment in new} <= {(segment.spans, segment.state) for segment in known}


def _add(block: Block, result: Schedule) -> None:
    if not block.weekly:
        result.special.append(block)
        return
    for day in block.days:
        result.week[day] = _together(result.week.get(day, []), with_comment(block))


def with_comment(block: Block) -> list[Segment]:
    """The block's segments, each with the remark that stands at the days."""
    if not block.comment:
        return block.segments
    return [
        Segment(
            spans=segment.spans,
            state=segment.state,
            comment=f"{block.comment}, {segment.comment}" if segment.comment else block.comment,
        )
        for segment in block.segments
    ]


def _together(known: list[Segment], new: list[Segment]) -> list[Segment]:
    if not known or [segment.state for segment in new] == ["closed"]:
        return list(new)
    spans = tuple(span for segment in known for span in segment.spans)
    now = tuple(span for segment in new for span in segment.spans)
    if spans and covers(now, spans):
        return list(new) + [segment for segment in known if not segment.spans and segment not in new]
    return known + [segment for segment in new if segment not in known]
