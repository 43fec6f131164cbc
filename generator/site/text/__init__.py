"""French typography and sentences."""
