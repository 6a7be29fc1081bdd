"""Replies of a running service, scored without labels: a masked sample each site may switch on."""
