"""Notices that become a letter: for whom no device wakes, and who opened nothing for a while."""
