"""Slots, confirmation by the facility, the log afterwards."""
