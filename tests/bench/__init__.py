"""Benchmarks: figures to print and keep in docs/performance.md, never a timed test."""
