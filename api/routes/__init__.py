"""HTTP routes: each validates, calls one thing, presents."""
