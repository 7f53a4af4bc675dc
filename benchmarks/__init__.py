"""What the service costs, beside the floor under it and beside its peers: ``python -m benchmarks``.

Every figure is CPU time of the server's own processes; every ratio is taken within one round, in
which the servers take turns.
"""
