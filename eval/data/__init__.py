"""Labelled messages the assistant is judged by, and what keeps them honest."""
