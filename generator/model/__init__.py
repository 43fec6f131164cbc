"""What a contract and a region are.

The docstrings *under attributes* are French on purpose: they are what contributors read in the JSON
Schemas, hence in their editor.
"""
