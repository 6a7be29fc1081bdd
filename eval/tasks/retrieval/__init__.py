"""What is found for a question, against graded records."""
