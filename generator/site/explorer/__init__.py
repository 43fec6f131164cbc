"""The list of all contracts, narrowed by facets."""
