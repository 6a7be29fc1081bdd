"""Fitting what the assistant learns from examples; the test split is never read."""
