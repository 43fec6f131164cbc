"""From a commune's name or code to its contracts."""
