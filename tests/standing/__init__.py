"""The service under what it must withstand: slow clients, many clients, kills, full disks, ends."""
