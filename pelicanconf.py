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
JOBBOARD_ACCESSIBILITY = {  # the accessibility statement; a sample, to be completed: see docs/accessibility.md
    "status": "partially",
    "method": "self",
    "prepared": "2026-11-22",
    "non_compliant": [
        {
            "en": "Documents that organisations attach to their postings and news, most of them PDF files, are not all "
            "tagged for screen readers. Their content is in the text of the page as far as applicants need it.",
            "fr": "Les documents que les organisations joignent à leurs offres et à leurs actualités, le plus souvent "
            "des fichiers PDF, ne sont pas tous balisés pour les lecteurs d’écran. Le texte de la page reprend ce "
            "dont les candidats ont besoin.",
            "es": "No todos los documentos que las organizaciones adjuntan a sus ofertas y noticias, casi siempre en "
            "PDF, están etiquetados para los lectores de pantalla. El texto de la página recoge lo que necesitan los "
            "candidatos.",
        },
    ],
    "out_of_scope": [
        {
            "en": "Films and other media on the websites of others, to which our pages only lead.",
            "fr": "Les films et autres médias sur les sites de tiers, vers lesquels nos pages ne font que mener.",
            "es": "Las películas y otros contenidos en sitios de terceros, a los que nuestras páginas solo enlazan.",
        },
    ],
    "contact": "accessibility@talent-hub.example",
    "enforcement": {
        "name": {
            "en": "the body that your country has named for complaints (sample)",
            "fr": "l’organisme que votre pays a désigné pour les réclamations (exemple)",
            "es": "el organismo que su país haya designado para las reclamaciones (ejemplo)",
        },
        "url": "https://enforcement.talent-hub.example",
    },
}
