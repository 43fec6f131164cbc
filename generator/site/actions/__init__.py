"""The list of actions: who already acts on a theme."""
