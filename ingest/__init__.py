"""Bringing sources in: load, parse, normalise, chunk, embed, index."""
