"""A short message of a coordinator to a selection of volunteers, and what became of it."""
