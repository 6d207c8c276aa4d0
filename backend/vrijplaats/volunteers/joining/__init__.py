"""Volunteers who came in by a file and have no way in yet: how that stands, and asking them all in one go."""
