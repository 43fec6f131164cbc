"""The domain on a day: contracts with their territories, and what follows from them. Knows nothing of pages."""
