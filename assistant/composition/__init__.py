"""Third step: an unchecked draft, from typed facts by template and from quoted sentences."""
