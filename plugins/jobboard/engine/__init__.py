"""Stage 6, write: the plan in, files on the disk out. Knows planned outputs and the disk, nothing of jobs or news."""
