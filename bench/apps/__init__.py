"""Pages that the benchmarks open."""
