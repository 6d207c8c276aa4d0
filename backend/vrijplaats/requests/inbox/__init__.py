"""The inbox of a coordinator, narrowed: what one looks for, and how many there are of each choice."""
