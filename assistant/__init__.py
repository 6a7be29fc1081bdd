"""One turn of conversation: understand, retrieve, compose, verify, refer."""
