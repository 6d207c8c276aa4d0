"""A fictional national data set, and signing in as somebody in it."""

from vrijplaats.demo.loading import load

__all__ = ["load"]
