"""OPML 2.0 (opml.org/spec2.opml): every feed in one file, which a feed reader imports at once."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, feed_path, here
from jobboard.outputs.feeds.groups import FeedGroup


def opml(site: Site, groups: tuple[FeedGroup, ...]) -> str:
    """The list of feeds, each once, as RSS: with all its forms a reader would show everything three times."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = site.say("Feeds of %(site)s", site=site.name)
    body = ET.SubElement(root, "body")
    for group in groups:
        folder = ET.SubElement(body, "outline", text=group.title)
        for collection in group.collections:
            attributes = {
                "type": "rss",
                "text": collection.title,
                "title": collection.title,
                "description": collection.description,
                "xmlUrl": absolute(site, here(site, feed_path(collection.path, "rss.xml"))),
                "htmlUrl": absolute(site, here(site, collection.home)),
                "language": site.lang,
                "version": "RSS2",
            }
            ET.SubElement(folder, "outline", attributes)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
