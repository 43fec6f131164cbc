"""Bytes from plain rows; knows nothing of contracts."""
