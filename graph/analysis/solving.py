"""Linear and integer programmes, by HiGHS: one thread and no gap, so that the same question has the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np

INFINITE = float("inf")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """lower ≤ Σ weight · variable ≤ upper; `weights` by number of the variable."""

    weights: Mapping[int, float]
    lower: float = -INFINITE
    upper: float = INFINITE


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """Minimise Σ cost · variable; variables lie between 0 and `upper`, the first `whole` of them are whole numbers."""

    costs: Sequence[float]
    rows: Sequence[Row]
    upper: float = INFINITE
    whole: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Solution:
    """The least value, the variables, and per row what one unit more of its bound would change (linear only)."""

    value: float
    variables: tuple[float, ...]
    duals: tuple[float, ...] = field(default=())


def solve(programme: Programme) -> Solution | None:
    """The optimum, None when nothing fulfils all rows. Exact, which may take long for whole numbers.

    >>> solve(Programme(costs=[1, 1], rows=[Row(weights={0: 1, 1: 2}, lower=4)])).value
    2.0
    """
    solver = _solver(programme)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found = solver.getSolution()
    return Solution(
        value=float(solver.getInfo().objective_function_value),
        variables=tuple(found.col_value),
        duals=() if programme.whole else tuple(found.row_dual),
    )


def spans(programme: Programme, asked: Iterable[int]) -> list[tuple[float, float]]:
    """The least and the most that each of these variables can be, infinite where nothing bounds it. Linear only.

    One model for all questions: each starts from the answer before, which is many times faster than `solve` for each.
    Raises ArithmeticError where the solver can't tell: nothing is taken for unbounded that is not known to be.

    >>> spans(Programme(costs=[0, 0], rows=[Row(weights={0: 1, 1: 1}, upper=4)]), [1])
    [(0.0, 4.0)]
    """
    solver = _solver(programme)
    found = []
    for place in asked:
        ends = []
        for sign in (1.0, -1.0):
            solver.changeColCost(place, sign)
            ends.append(_least(solver))
        solver.changeColCost(place, 0.0)
        found.append((ends[0], -ends[1]))
    return found


def _least(solver: highspy.Highs) -> float:
    solver.run()
    if solver.getModelStatus() not in _SURE:
        solver.clearSolver()  # after an unbounded question the next one may be lost where the last left off
        solver.run()
    status = solver.getModelStatus()
    if status not in _SURE:
        raise ArithmeticError(f"the solver ended with {status}")
    optimal = status == highspy.HighsModelStatus.kOptimal
    return float(solver.getInfo().objective_function_value) if optimal else -INFINITE


_SURE = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kUnbounded)


class _Silent(highspy.Highs):
    """Says nothing: the solver greets standard output as soon as it is made unless it was told before."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def enableCallbacks(self) -> None:
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def _solver(programme: Programme) -> highspy.Highs:
    solver = _Silent()
    for option, value in (("threads", 1), ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)):
        solver.setOptionValue(option, value)
    solver.passModel(_model(programme))
    return solver


def _model(programme: Programme) -> highspy.HighsLp:
    model = highspy.HighsLp()
    number = len(programme.costs)
    model.num_col_, model.num_row_ = number, len(programme.rows)
    model.col_cost_ = np.array(programme.costs, dtype=np.float64)
    model.col_lower_ = np.zeros(number)
    model.col_upper_ = np.full(number, programme.upper)
    model.row_lower_ = np.array([row.lower for row in programme.rows], dtype=np.float64)
    model.row_upper_ = np.array([row.upper for row in programme.rows], dtype=np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row.weights) for row in programme.rows)])
    model.a_matrix_.index_ = np.array([n for row in programme.rows for n in row.weights], dtype=np.int32)
    model.a_matrix_.value_ = np.array([w for row in programme.rows for w in row.weights.values()], dtype=np.float64)
    if programme.whole:
        kinds = [highspy.HighsVarType.kInteger] * programme.whole
        model.integrality_ = kinds + [highspy.HighsVarType.kContinuous] * (number - programme.whole)
    return model
