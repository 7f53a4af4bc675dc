"""CPU, memory and start of the service beside its goals and peers: ``python -m benchmarks``."""
