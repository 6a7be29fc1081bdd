"""When the assistant says it does not know, and when it should not."""
