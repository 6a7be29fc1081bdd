"""Measuring the assistant: datasets, tasks, scorers, benchmarks, reports."""
