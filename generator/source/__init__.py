"""From files to models: reading, checking, and saying what is wrong and where."""
