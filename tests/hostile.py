"""Texts that mean harm, one or more of each kind, and what they may have become once they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape

from jobboard.source.text import trouble_in

UNSEEN = (
    *(
        character
        for character in map(chr, range(0x110000))
        if character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")
    ),
    *("\ufdd0", "\ufdd3", "\ufdd6", "\uffff"),
)
"""All that shows nothing, after Unicode, and some of what is no character."""

SPACES = (*(character for character in UNSEEN if character.isspace() and not character.isascii()), "\ufeff")
REFUSED_SCHEMES = (
    "javascript",
    "JaVaScRiPt",
    "data",
    "vbscript",
    "blob",
    "file",
    "view-source",
    "filesystem",
    "ftp",
    "about",
)
RUN = "alert(1)"
IMAGE = f"<img src=images/town.jpg alt=x onerror={RUN} onload={RUN}>"
"""A picture that is there, since one that is not would be refused."""

_PAYLOAD = {"data": f"text/html,<script>{RUN}</script>", "blob": "https://evil.example/1", "about": "blank"}

MARKUP = {
    "script": f"<script>{RUN}</script>",
    "handler": f"<b onclick={RUN} onmouseover={RUN}>x</b> {IMAGE}",
    "slashes for spaces": f"<svg/onload={RUN}><img/src=images/town.jpg /alt=x/onload={RUN}>",
    "script behind svg": f"<svg><script>{RUN}</script></svg>"
    f"<svg><a xlink:href='javascript:{RUN}'><text>x</text></a></svg>",
    "mathml": f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    "foreign style": f"<svg></p><style><a id='</style>{IMAGE}'>",
    "noscript": f"<noscript><p title='</noscript>{IMAGE}'></noscript>",
    "template": f"<template><script>{RUN}</script></template><template shadowrootmode=open>{IMAGE}",
    "raw text": f"<style><img src='</style>{IMAGE}'></style>"
    f"<title><a title='</title>{IMAGE}'></title>"
    f"<textarea><a title='</textarea>{IMAGE}'></textarea>"
    f"<xmp><a title='</xmp>{IMAGE}'></xmp><plaintext><b onclick={RUN}>",
    "select": f"<select><option><style></option></select>{IMAGE}</style>",
    "comment": f"<!-- --!>{IMAGE} --> <!--> {IMAGE} --> <!-- never closed",
    "cdata": f"<![CDATA[{IMAGE}]]> <svg><![CDATA[>{IMAGE}]]></svg> ]]>",
    "declaration": f"<!DOCTYPE x [<!ENTITY e '{IMAGE}'>]> &e; <?php echo '<script>{RUN}</script>' ?>",
    "end of the page": f"</p></div></main></body></html><script>{RUN}</script>",
    "broken tag": f"<img src=images/town.jpg alt=x onload={RUN} <b <a href=javascript:{RUN}>x<i\n/onclick={RUN}\n>y",
    "quotes": f"\" onmouseover={RUN} x='' ' onfocus={RUN} autofocus ` x=\"",
    "quoted attribute": f"<a title='\">{IMAGE}' href='https://a.example/\">{IMAGE}'>x</a>",
    "entities": f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;img src=x onerror={RUN}&#62; &ltimg src=x onerror={RUN}&gt",
    "entities twice": f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt; "
    f"&amp;amp;lt;img src=x onerror={RUN}&amp;amp;gt;",
    "other widths": f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e \u2039script\u203a \u00bcscript\u00be",
    "overlong": f"{'<b>' * 9}x{'</b>' * 9} <{'a' * 3000}></{'a' * 3000}> <a {'x' * 3000}=1 onclick={RUN}>x</a>",
    "style": f"<p style='position:fixed;inset:0;background:url(javascript:{RUN})'>x</p>"
    "<link rel=stylesheet href=//evil.example/x.css>",
    "base and refresh": f"<base href=//evil.example/><meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "frames": f"<iframe srcdoc='<script>{RUN}</script>'></iframe><object data=//evil.example></object>"
    f"<embed src=javascript:{RUN}>",
    "form": f"<form action=javascript:{RUN}><button formaction=javascript:{RUN}>x</button>"
    f"<input autofocus onfocus={RUN}></form>",
    "names of the page": "<a id=main name=body class=site-header>x</a>"
    "<img id=documentElement name=cookie src=images/town.jpg alt=x>",
    "element of one's own": f"<x-y is=script onclick={RUN}>x</x-y><audio src=x onerror={RUN}>"
    f"<video poster=//evil.example/x>",
    "template language": "{{ 7 * 7 }} {% raw %} {{ site.__class__ }} ${7*7} <%= 7 %> %(x)s %s {0}",
    "pictures of others": "<img src='\t//evil.example/a.png' alt=x><img src='/\\evil.example/b.png' alt=x>"
    "<img srcset='//evil.example/c.png 1x' alt=x><picture><source srcset=//evil.example/d.png></picture>",
    "ping and target": f"<a href=https://a.example ping=//evil.example target=_blank download "
    f"rel=opener onclick={RUN}>x</a>",
}
"""HTML in a body, or in a field."""

MARKDOWN = {
    "title of a link": f'[x](https://a.example \'a" onmouseover={RUN} b="\') [y](https://a.example "{IMAGE}")',
    "address of a link": f'[x](<https://a.example/" onclick={RUN} ">) [y](https://a.example/"onclick={RUN})',
    "definition": f'[x][a] [y][b]\n\n[a]: javascript:{RUN}\n[b]: <data:text/html,%3Cscript%3E> "\' onclick={RUN}"',
    "autolink": f'<javascript:{RUN}> <vbscript:x> https://a.example/"onmouseover={RUN} www.a.example/{IMAGE}',
    "mail": "<a@b.example?cc=c@d.example> [x](mailto:a@b.example%0D%0ABcc:c@d.example) [y](mailto:?bcc=c@d.example)",
    "footnote": f'x[^a"onclick={RUN}] y[^<img>]\n\n[^a"onclick={RUN}]: {IMAGE}\n[^<img>]: z',
    "table": f'| <script>{RUN}</script> | [x](javascript:{RUN}) |\n|---|---|\n| `{IMAGE}` | " onclick={RUN} |',
    "abbreviation": f'The EU.\n\n*[EU]: a" onmouseover={RUN} b="<script>{RUN}</script>\n',
    "abbreviation in a title": f'<span title="x\n*[EU]: y">z</span>\n\n" onmouseover={RUN} x="\n',
    "abbreviation within emphasis": "<em><strong>x\n*[EU]: y</strong></em>\n\nEU\n",
    "abbreviation of an entity": f"*[lt]: x\n\n*[amp]: y\n\n&lt;img src=x onerror={RUN}&gt; &amp;lt;\n",
    "code": f'`<script>{RUN}</script>`\n\n```html"onclick={RUN}\n</code></pre><script>{RUN}</script>\n```\n',
    "heading": f'# {IMAGE} [x](javascript:{RUN}) "onclick={RUN}\n\n[TOC]\n\n## </h2><script>{RUN}</script>\n',
    "definition list": f'Term <script>\n:   {RUN}</script>\n\n" onclick={RUN}\n:   {IMAGE}\n',
    "words that look like an anchor": 'a id="x<b>y</b> z" b [q](#x%3Cb%3Ey%3C%2Fb%3E%20z) c\n',
    "picture within a link": f"[![</a>{IMAGE}](https://evil.example/x.png)](https://a.example)",
    "picture's words": f'[![" onmouseover={RUN} x="&lt;script&gt;{RUN}&lt;/script&gt;]'
    "(//evil.example/x.png)](https://a.example)",
    "noncharacters": "<a href='java&#xFDD0;script:alert(1)'>x</a> <a href='java%EF%B7%90script:alert(1)'>y</a>",
    "what keeps signs apart": "<a href='java&#xFDD3;script:alert(1)'>x</a> [y](java%EF%B7%93script:alert(1))",
    "task": f"- [ ] {IMAGE}\n- [x] [y](javascript:{RUN})\n",
    "relative": "[x](/\\evil.example) [y](\\\\evil.example) [z](/\t/evil.example) [q](?x=javascript:1) "
    "[r](javascript%3Aalert(1))",
}
"""What is only hostile as Markdown."""


def addresses() -> Iterator[str]:
    """Addresses that must not be followed, however a character that shows nothing hides them."""
    for scheme in REFUSED_SCHEMES:
        yield f"{scheme}:{_PAYLOAD.get(scheme, RUN)}"
    for character in UNSEEN:
        for place in range(3):
            yield f"{'javascript'[: place * 5]}{character}{'javascript'[place * 5 :]}:{RUN}"
    for character in SPACES:
        yield from (f"{character}{scheme}:{_PAYLOAD.get(scheme, RUN)}" for scheme in ("data", "vbscript"))
    yield from (
        f"java&#115;cript:{RUN}",
        f"javascript&colon;{RUN}",
        f"java&Tab;script&colon;{RUN}",
        f"j&#97vascript:{RUN}",
    )
    yield from (
        f"&amp;#106;avascript:{RUN}",
        f"javascript&amp;colon;{RUN}",
        f"%6Aavascript:{RUN}",
        f"ja\\vascript:{RUN}",
    )


def links() -> Iterator[str]:
    """Those addresses in links, the odd characters typed and as references; last those that no file may hold."""
    for address in sorted(addresses(), key=lambda each: bool(trouble_in(each))):
        if not trouble_in(address):
            yield f'<a href="{escape(address).replace("&amp;", "&")}">x</a>'
        yield f'<a href="{"".join(map(_as_reference, address))}">x</a>'


def _as_reference(character: str) -> str:
    return (
        character
        if character.isascii() and character.isprintable() and character not in '"<>'
        else f"&#{ord(character)};"
    )
