"""Giving a request out of one's hands: back to everybody, or over to another organisation when both agree."""
