"""How an item is put to a subject: one message, the same under many personas, a conversation."""
