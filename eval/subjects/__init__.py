"""Who can be asked: the service in process, an address, another chat, the usual recipe."""
