"""Open data: one module a format."""
