"""Settings: what the configuration says, checked and turned into plain values."""
