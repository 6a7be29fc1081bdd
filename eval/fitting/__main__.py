"""`python -m eval.fitting`: draw again the line between danger and none, and say how well."""

import sys

from assistant.safety.meaning import write_model
from assistant.settings import ROOT, read_settings
from corpus.embedding.bundled.embedder import open_bundled
from corpus.store.files import write_atomically
from eval.fitting.danger import fit, ordinary_messages, read_examples

PAGE = ROOT / "assistant" / "safety" / "danger_model.json"

settings = read_settings()
embedder = open_bundled(settings.embedder_cache, settings.threads)
fitted = fit(read_examples(), ordinary_messages(), embedder)
write_atomically(PAGE, write_model(fitted.model))
sys.stdout.write(f"{fitted.told}\n")
