"""From the source packages to the packed reference; used by `refresh` alone."""
