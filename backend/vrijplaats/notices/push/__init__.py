"""Notices that wake a phone: which devices, what each is told, and how it gets there."""
