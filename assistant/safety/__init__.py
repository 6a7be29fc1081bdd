"""Before anything else: danger first, then orders hidden in text, then a clean message."""
