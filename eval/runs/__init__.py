"""A run: items put to a subject, kept as traces, scored, and compared with another run."""
