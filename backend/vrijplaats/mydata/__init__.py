"""My own data: what is kept about the reader, asking for a correction, and leaving."""
