"""A volunteer stops: what becomes of the invitations, the matches and the visits."""
