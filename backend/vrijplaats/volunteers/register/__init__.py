"""Everybody in an organisation's register, found by name, work, language, place or what ends soon."""
