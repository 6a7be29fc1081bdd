"""First step: what a message asks, about what, where, and what it says of the person."""
