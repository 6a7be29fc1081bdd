"""What do the published measures of ragas say?"""
