"""The examples in the docstrings of the analyses say what the functions answer."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import graph.analysis

MODULES = [module.name for module in pkgutil.walk_packages(graph.analysis.__path__, "graph.analysis.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    module = importlib.import_module(name)
    found = doctest.testmod(module, raise_on_error=False, report=True)
    assert not found.failed, f"{found.failed} of {found.attempted} examples"
