"""What the assistant understands of a message, before it searches."""
