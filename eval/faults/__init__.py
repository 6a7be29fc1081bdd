"""Faults planted on purpose: an evaluation that stays green under them is worth nothing."""
