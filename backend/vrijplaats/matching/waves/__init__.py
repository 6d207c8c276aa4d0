"""Asking in waves: the best few first, and after some hours the next, until somebody says yes."""
