"""Who a person is sent to, from what they say of themselves."""
