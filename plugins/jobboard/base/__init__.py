"""What both the stages and the engine need, and nothing of ours is below: digests, files, how work is spread."""
