"""Finding the right posting: what the filter in the browser asks, and the panel it is asked with."""
