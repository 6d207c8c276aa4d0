"""Invitations: how somebody new comes in, and how somebody who is here becomes one thing more."""
