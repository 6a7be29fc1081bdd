"""What is looked for in a reply: each scorer returns a value and says why."""
