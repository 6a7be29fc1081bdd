"""How fast each part is, beside what it replaces."""
