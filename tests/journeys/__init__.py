"""Whole stories, through the running program."""
