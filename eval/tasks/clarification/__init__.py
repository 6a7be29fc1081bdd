"""What is asked back, and when."""
