"""Shared types, standard library only; every room may import them, they import nothing of ours."""
