"""The bridge to Pelican: settings in, a generator that runs the stages. The only package that imports Pelican."""
