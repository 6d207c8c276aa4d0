"""A detainee's wish for a volunteer, entered by staff; the name is sealed."""
