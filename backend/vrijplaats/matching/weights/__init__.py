"""What counts when people are put together, and how heavily: an organisation's own choice, within bounds."""
