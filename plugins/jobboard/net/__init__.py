"""An address in, the whole of what is there out, within one deadline."""
