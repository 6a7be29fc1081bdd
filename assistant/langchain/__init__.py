"""What LangChain chains may ask of us: passages and vectors; the service never imports it."""
