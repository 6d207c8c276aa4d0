"""A volunteer asks for a correction; a coordinator answers."""
