"""Measuring the assistant: datasets, tasks, scorers, benchmarks, reports."""

import os

# Libraries of evaluation tell their makers what is measured unless told not to; each reads its
# variable at its first call, so it is set before any of them is imported.
os.environ["RAGAS_DO_NOT_TRACK"] = "true"
os.environ["ANONYMIZED_TELEMETRY"] = "false"
os.environ["LANGSMITH_TRACING"] = "false"
