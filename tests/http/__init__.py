"""What the service answers over HTTP, in process and from a real server."""
