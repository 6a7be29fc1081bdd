"""What proves each sentence of a reply: never whether it cites, but whether that holds."""
