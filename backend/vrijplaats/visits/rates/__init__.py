"""What an organisation pays for a kilometre, from which day on."""
