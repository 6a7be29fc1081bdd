"""The knowledge base: types, stores, embedders, sources; ingest writes, the assistant reads."""
