"""What is said in reply to a question the corpus answers."""
