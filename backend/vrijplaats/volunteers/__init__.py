"""The register: who volunteers, for what, when, and with which papers."""
