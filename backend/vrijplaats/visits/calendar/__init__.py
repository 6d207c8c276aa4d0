"""A volunteer's visits as a calendar to subscribe to: one private address, which they can take back."""
