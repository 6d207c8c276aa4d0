"""What happened to a request since it was asked for, for the coordinators who have it."""
