"""What every page shares: addresses, templates, lists of contracts."""
