"""The history for people and for the auditor: who read which name, and whether the record is whole."""
