"""What ends soon, what has ended, and calendars to follow."""
