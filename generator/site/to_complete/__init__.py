"""What the directory still lacks, for whoever wants to help."""
