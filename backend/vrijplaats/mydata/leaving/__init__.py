"""Somebody stops by themselves, and what is taken away of who has left."""
