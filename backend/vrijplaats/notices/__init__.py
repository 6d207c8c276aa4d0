"""What people are told: the outbox becomes notices, and notices become words."""
