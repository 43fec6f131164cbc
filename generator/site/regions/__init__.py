"""Régions and départements."""
