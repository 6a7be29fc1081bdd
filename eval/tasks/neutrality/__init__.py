"""Does everybody get the same reply, in words that take no side?"""
