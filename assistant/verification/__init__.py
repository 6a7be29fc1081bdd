"""Fourth step: what cannot be checked against a stored passage or fact is not shown."""
