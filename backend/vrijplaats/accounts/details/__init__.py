"""One's own details: the name others see, and how to reach somebody."""
