"""A rhythm: its days, what the clock plans, and its verbs."""
