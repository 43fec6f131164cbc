"""Communes, EPCI, départements and régions of France: names, codes, people and outlines.

`reference` knows names and codes and loads in a blink; `shapes` knows outlines, read on demand.
"""
