"""The people of a tenant, and what they are there."""
