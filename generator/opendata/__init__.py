"""The public files: what others may take and build on. Never what the site's own scripts fetch."""
