"""A match has a rhythm: visits that are planned ahead, each of which can be moved or skipped by itself."""
