"""Settings of the site, as you work on it. `publishconf.py` adds what is different when it is published."""

SITENAME = "Talent Hub for Cities and Regions"
SITEURL = "http://localhost:8000"  # where `make serve` shows it; the public address is in publishconf.py
TIMEZONE = "Europe/Brussels"  # of items whose organisation has no zone of its own
DEFAULT_LANG = "en"  # of texts that name no language, and of the pages at the root
JOBBOARD_LANGUAGES = ["en", "fr", "es"]  # what the pages speak; the others are below /fr/ and /es/

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["jobboard"]

JOBBOARD_DESCRIPTION = {
    "en": "Jobs, traineeships and news from the networks of European cities and regions.",
    "fr": "Emplois, stages et actualités des réseaux de villes et de régions d’Europe.",
    "es": "Empleos, prácticas y noticias de las redes de ciudades y regiones de Europa.",
}
JOBBOARD_IDENTITY = "talent-hub.example,2026"  # feed ids are made of it: choose it once, never change it
