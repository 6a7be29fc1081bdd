"""The knowledge base: types, stores, embedders and sources; ingest writes it, the assistant reads it."""
