"""Measuring the assistant: datasets, tasks, scorers, benchmarks, reports."""

import os

# ragas and Chroma tell their makers what is measured unless told not to; each reads its variable at
# its first call, so it is set before either is imported. Who set it otherwise is obeyed.
os.environ.setdefault("RAGAS_DO_NOT_TRACK", "true")
os.environ.setdefault("ANONYMIZED_TELEMETRY", "false")
