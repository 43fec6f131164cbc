"""What contributors read that the program itself says: the keys of a file, and the rules."""
