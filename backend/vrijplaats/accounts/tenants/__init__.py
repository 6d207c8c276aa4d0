"""Organisations, prisons and funders: the operator lets them in."""
