"""Who stands in for a coordinator who is away."""
