"""Prisons: rooms, visiting hours, blocked days, who is active where."""
