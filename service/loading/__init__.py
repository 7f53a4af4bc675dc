"""Seeds -> sound records: reading, integrity, faults."""
