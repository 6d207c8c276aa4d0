"""A volunteer's own papers: what is valid until when, what to do, and whether the gate opens today."""
