"""Settings of the published site: those of `pelicanconf.py`, with its public address."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 (as in every Pelican project)
from pelicanconf import *  # noqa: F403

SITEURL = "https://talent-hub.example"
