"""What the service says, as plain data in the order of the documented fields."""
