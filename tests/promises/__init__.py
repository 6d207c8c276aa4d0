"""The eight promises of the product, each with a test that fails when it is broken. Walls (6): tests/security."""
