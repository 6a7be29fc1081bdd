"""Is what identifies somebody left where they wrote it?"""
