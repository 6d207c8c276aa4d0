"""Names a coordinator gives to sets of filters of the inbox."""
