"""The interactive maps."""
