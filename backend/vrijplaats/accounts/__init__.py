"""Who signs in: people, memberships and sessions."""
