"""Definitions, figures, disclosure control, publications."""
