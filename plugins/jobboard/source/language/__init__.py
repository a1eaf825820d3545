"""What texts say in natural language: days, deadlines, pay, left-overs of other programs."""
