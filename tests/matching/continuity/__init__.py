"""Going on after a transfer or a release."""
