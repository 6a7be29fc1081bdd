"""Second step: the passages and facts that may answer."""
