"""Fixtures of the tests about accounts."""

from tests.accounts.letterbox import letters

__all__ = ["letters"]
