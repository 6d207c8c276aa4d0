"""A fictional national data set, and signing in as somebody in it."""
