"""Vrijplaats brings a human being to everyone in prison who asks for one."""

__version__ = "0.1.0"
