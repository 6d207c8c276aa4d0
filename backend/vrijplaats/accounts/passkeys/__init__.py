"""Passkeys: signing in with the lock of one's own device, and nothing to remember or to steal."""
