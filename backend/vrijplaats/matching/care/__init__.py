"""Care for volunteers: of whom a coordinator should think, why, and that they spoke."""
