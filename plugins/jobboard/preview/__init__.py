"""The preview: a site built, served, and built again on every save."""
