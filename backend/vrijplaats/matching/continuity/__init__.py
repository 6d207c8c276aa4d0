"""A match outlives transfer and release: what a prison reports, and how people go on."""
