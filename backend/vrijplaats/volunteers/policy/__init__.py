"""What an organisation asks of its volunteers: which papers there are, which work needs which, how long one counts."""
