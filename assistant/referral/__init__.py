"""Who serves the person, and why: rules are data, the engine only reads them."""
