"""Ports of the knowledge base and their adapters, one vendor per file."""
