"""The directory in figures."""
