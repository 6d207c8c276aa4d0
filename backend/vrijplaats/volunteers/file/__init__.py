"""The file of one volunteer: read and changed by coordinators, a part at a time."""
