"""Do replies come at once?"""
