"""PostgreSQL and Valkey from wheels, started, watched and stopped by a small supervisor of our own."""
