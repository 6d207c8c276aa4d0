"""When a volunteer can: the week, days away, a pause, and how many people at most."""
