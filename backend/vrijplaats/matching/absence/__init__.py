"""A volunteer is not there for a while: what becomes of the invitations, the matches and the visits."""
