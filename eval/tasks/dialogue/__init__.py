"""Does a conversation bring people what they came for?"""
