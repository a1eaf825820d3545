"""The stages in order: a folder and settings in, a site on the disk or a list of problems out."""
