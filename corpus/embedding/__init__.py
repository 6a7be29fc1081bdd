"""Embedders: the bundled one needs no network at run time, others are settings away."""
