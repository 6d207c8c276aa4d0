"""A volunteer asks to be called; a coordinator calls."""
