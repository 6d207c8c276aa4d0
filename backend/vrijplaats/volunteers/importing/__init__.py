"""Volunteers out of a spreadsheet of the organisation's own, and back into one."""
