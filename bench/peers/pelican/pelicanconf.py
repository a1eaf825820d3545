"""Plain Pelican, set up for the same outputs as the others: no plugin, its reader cache on."""

import json
from pathlib import Path

SITENAME = "Invented board"
SITEURL = "https://board.example"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
PATH = "content"
PLUGINS = []
ORGANISATIONS = json.loads(Path("organisations.json").read_text(encoding="utf-8"))
NOW = "2026-12-01T11:00:00Z"

USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = "{section}/{slug}/"
ARTICLE_SAVE_AS = "{section}/{slug}/index.html"
CATEGORY_URL = "organisations/{slug}/"
CATEGORY_SAVE_AS = "organisations/{slug}/index.html"
CATEGORIES_SAVE_AS = "organisations/index.html"
AUTHOR_SAVE_AS = ""
TAG_SAVE_AS = ""
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = ["index", "categories", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 50, "category": 50}

FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 100
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
CATEGORY_FEED_ATOM = "feeds/{slug}.atom.xml"
CATEGORY_FEED_RSS = "feeds/{slug}.rss.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True

# The extensions this project allows, so that all the Markdown is read the same way.
MARKDOWN = {
    "extensions": [
        "markdown.extensions.tables",
        "markdown.extensions.footnotes",
        "markdown.extensions.def_list",
        "markdown.extensions.abbr",
        "markdown.extensions.sane_lists",
        "markdown.extensions.toc",
    ],
    "output_format": "html",
}
