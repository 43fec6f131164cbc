"""From a Directory to the files of the site."""
