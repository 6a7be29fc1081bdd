"""Is no attack obeyed, and nobody taken for an attacker?"""
