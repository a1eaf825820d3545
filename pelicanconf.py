"""Settings of the site, as you work on it. `publishconf.py` adds what is different when it is published."""

SITENAME = "Talent Hub for Cities and Regions"
SITEURL = "http://localhost:8000"  # where `make serve` shows it; the public address is in publishconf.py
TIMEZONE = "Europe/Brussels"  # of items whose organisation has no zone of its own
DEFAULT_LANG = "en"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["jobboard"]

JOBBOARD_DESCRIPTION = "Jobs, traineeships and news from the networks of European cities and regions."
JOBBOARD_IDENTITY = "talent-hub.example,2026"  # feed ids are made of it: choose it once, never change it
