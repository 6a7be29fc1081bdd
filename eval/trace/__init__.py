"""What was asked and what came back, kept so that it can be scored again without asking."""
