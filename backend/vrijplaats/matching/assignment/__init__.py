"""Verdeel: the best choice for everybody who waits, at once."""
