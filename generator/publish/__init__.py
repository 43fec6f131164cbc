"""From the root folder to a published site: whole at every instant, whoever stops it."""
