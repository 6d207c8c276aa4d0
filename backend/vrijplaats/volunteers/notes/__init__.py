"""Short notes about a volunteer, which the volunteer reads too."""
