"""What requests and responses hold; names are those of the public contract."""
