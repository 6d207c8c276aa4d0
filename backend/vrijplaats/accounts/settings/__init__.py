"""What an organisation chose for itself: kept, with how it was before. What a choice means stands where it is used."""
