"""Bringing a detainee's wish and a volunteer together: who fits, invitations, and the match that follows."""
