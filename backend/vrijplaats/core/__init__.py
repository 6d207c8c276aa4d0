"""The mechanisms every feature stands on. Nothing in here knows a word of the domain."""
