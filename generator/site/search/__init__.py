"""The search in every page."""
