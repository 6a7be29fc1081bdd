"""Can anybody read the answers?"""
