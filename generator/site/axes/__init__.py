"""The axes, each axis and each theme, with the contracts that act on it."""
