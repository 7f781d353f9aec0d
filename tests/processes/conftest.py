"""Tests that start processes of their own, as uploads and jobs do."""

from tests.webapp.conftest import *  # noqa: F403
