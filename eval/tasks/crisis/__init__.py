"""Do help lines come first for danger, and only for danger?"""
