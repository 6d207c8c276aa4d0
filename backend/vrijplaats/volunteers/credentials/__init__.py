"""Papers: which there are, which are needed, which somebody has, and which end."""
