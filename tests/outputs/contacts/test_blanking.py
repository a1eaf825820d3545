"""What a closed page no longer shows: contact data however they are spelled, in every output, and nothing else."""

from __future__ import annotations

import re
import time
import unicodedata
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from jobboard.outputs.contacts.blanking import blanked, link_without_contacts, without_contacts
from tests.helpers import SITE, at, build_site, make_event, make_posting, write_site
from tests.pictures import draw_town, encoded

OPEN, CLOSED, GONE = at("2026-03-16 12:00"), at("2026-04-02 12:00"), at("2027-06-02 12:00")
REMOVED = "[contact details removed]"

MAILS = """\
ada.x@example.org
ADA.X@EXAMPLE.ORG
ada.x@mail.example.org
ada.x+jobs@example.org
<ada.x@example.org>
ada.x @ example.org
ada.x @ example . org
ada.x@example. org
ada.x@ example.org
ada.x @example.org
ada.x(at)example.org
ada.x [at] example.org
ada.x [at] example [dot] org
ada.x {at} example {dot} org
ada.x (at) example (dot) org
ada.x <at> example <dot> org
ada.x "at" example "dot" org
ada.x ‹at› example ‹dot› org
ada.x /at/ example.org
ada.x(@)example.org
ada.x (a) example.org
ada.x [arobase] example [point] org
ada.x (arroba) example (punto) org
ada.x (ät) example (Punkt) org
ada.x arobase example point org
ada.x arobase example.org
ada.x arroba example punto org
ada.x arroba example.org
ada.x at example dot org
ada.x AT example DOT org
ada.x chez example point org
ada.x bei example Punkt org
ada.x at example.org
ada-x-at-example-dot-org
ada_x_at_example_dot_org
ada.xATexampleDOTorg
ada.x@example (dot) org
ada.x@example dot org
ada.x@example[.]org
ada.x[@]example[.]org
ada.x@example
ada.x@
ada.x＠example.org
ada.x﹫example．org
ada.x@example。org
a\u00add\u00ada.x@exam\u00adple.org
ada\u200b.x@\u200bexample.org
ada.x\u2060@example.org
ada.x@example\u2024org
𝐚𝐝𝐚.𝐱@example.org
ａｄａ.ｘ＠ｅｘａｍｐｌｅ.ｏｒｇ
ada.x&#64;example.org
ada.x&#x40;example.org
ada.x&commat;example.org
ada.x%40example.org
%61da.x%40example%2Eorg
mailto:ada.x@example.org
mailto:ada.x%40example.org
@ada.x
@AdaX
@ada.x@example.social
@ada.x:example.org
gro.elpmaxe@x.ada
✉ ada.x@example.org
Mail: ada.x@example.org;
""".splitlines()

NUMBERS = """\
+32 2 555 01 00
+3225550100
+32.2.555.01.00
+32-2-555-01-00
+32/2/555/01/00
+32 (0)2 555 01 00
+ 32 2 555 01 00
(+32) 2 555 01 00
00 32 2 555 01 00
0032 2 555 01 00
0032(0)25550100
02 555 01 00
02/555.01.00
02-555-01-00
(02) 555 01 00
0470 55 50 10
0470/55.50.10
0470555010
04 70 55 50 10
04.70.55.50.10
04-70-55-50-10
470 555 010
470555010
555-0100
(212) 555-0100
212.555.0100
1-800-555-0100
1-800-FLOWERS
2555 0100
Tel. 555 010
Tel.: 555010
tél. 555 010
Téléphone : 55 50 10
Teléfono: 555 010
Tel 55-50-10
phone 555 010
Call us on 555 010
Appelez le 55 50 10
Llame al 555 010
Mobile: 555.010.0
GSM 0470 555 010
Fax +32 2 555 01 00
WhatsApp +32 470 55 50 10
WhatsApp 555 010 20
Signal: +32470555010
ext. 5550
poste 5550
☎ 555 010
📞 555 010
tel:+3225550100
tel:555010
sms:+3225550100
٠٢٥٥٥٠١٠٠
०२५५५०१००
０２ ５５５ ０１ ００
𝟎𝟐 𝟓𝟓𝟓 𝟎𝟏 𝟎𝟎
0\ufe0f\u20e32\ufe0f\u20e35\ufe0f\u20e35\ufe0f\u20e35\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e3
02\u00a0555\u00a001\u00a000
02\u202f555\u202f01\u202f00
02\u2009555\u200901\u200900
02‑555‑01‑00
02–555–01–00
02\u00ad555\u00ad01\u00ad00
02\u200b555\u200b01\u200b00
02;555;01;00
02=555=01=00
[02] [555] [01] [00]
02 • 555 • 01 • 00
02*555*01*00
02_555_01_00
O2 555 O1 OO
zero two five five five zero one zero zero
zéro deux cinq cinq cinq zéro un
cero dos cinco cinco cinco cero uno
null zwei fünf fünf fünf null eins
%2B3225550100
""".splitlines()

HANDLES = """\
Skype: ada.x
Skype ada.x
skype:ada.x
skype:ada.x?call
Skype ID: adax
on Skype (ada.x)
WhatsApp: adax
Telegram: @adax
Telegram @adax
Signal: ada.01
Discord: adax#0042
WeChat ID: adax
Threema: ADAX0042
LinkedIn: ada-x
https://wa.me/3225550100
wa.me/3225550100
https://api.whatsapp.com/send?phone=3225550100
https://t.me/adax
t.me/adax
https://telegram.me/adax
https://signal.me/#eu/adax
https://m.me/adax
https://join.skype.com/invite/adax
https://www.linkedin.com/in/adax
https://teams.microsoft.com/l/chat/0/0?users=adax
https://zoom.us/my/adax
https://calendly.com/adax
https://matrix.to/#/adax
sip:adax
xmpp:adax
sgnl://adax
tg://resolve?domain=adax
""".splitlines()

SPELLINGS = [*MAILS, *NUMBERS, *HANDLES]

KEPT = """\
31 March 2026
31.03.2026
31/03/2026
03/31/2026
31-03-2026
2026-03-31
2026/03/31
2026-03-31 23:59
2026-03-31T23:59:00+02:00
from 2026-05-01 to 2026-12-31
01.04.2026 - 30.09.2026
1.4.2026–30.9.2026
between 1/4/2026 and 30/9/2026
31 03 2026
in 2024, 2025 and 2026
2024-2026
2024/25
EU4 2021-2027
SIRET 732 829 320 00074
https://eur-lex.europa.eu/eli/dir/2023/970/oj
https://example.org/2026/03/31/12345678
2021–2027
2014-2020 and 2021-2027
9:00-12:30 and 13:30-17:00
09.00–17.30
0900-1730
9h00-17h30
from 9:00 to 17:30, Monday to Friday
38 hours a week, 20 days a year
30 000 euros
30 000 to 35 000 euros
30 000–35 000 €
30.000-35.000 EUR
€ 30,000 to € 35,000
EUR 1 200 000
€1.200.000
1,200,000
1'200'000 CHF
£2,500,000 a year
12 500 000 euros
a budget of 1 200 000 euros
1 200 000 inhabitants
12 000 000 people
2 500 000 habitants
1.500.000 habitantes
50 000 km
ISBN 978-3-16-148410-0
ISBN 978 3 16 148410 0
ISBN-13: 978-3-16-148410-0
ISSN 2049-3630
doi 10.1000/182456789
Regulation (EU) 2016/679
Directive (EU) 2023/970
Directive 2000/78/EC
Regulation 1049/2001
Ref. 2026001234
ref. 2026-0012345
Reference: 20260012345
Reference number 2026/000123
EC-2026-0123456
VN/2026/000123
VAC2026001234
HR-2026-04-0012
No. 12345678
n° 12345678
#12345678
Article 45 of Law 12345678
version 3.12.4
v10.15.7
Python 3.12 and Pelican 4.12
1000 Brussels
75001 Paris
1250-096 Lisboa
00-950 Warszawa
20500-0003 Washington
SW1A 1AA London
114 55 Stockholm
Square de Meeûs 1, 1000 Brussels
Avenue Louise 120-122 1050 Bruxelles
100 % or 80 %
grades AD5 to AD7
levels B2, C1 and C2
24/7
1-2 years of experience
3 to 5 years
COVID-19
4 x 25 = 100
20 @ 30
1. First 2. Second 3. Third
Horizon 2020, Agenda 2030
Apply at example.org
Apply online at jobs.example.org
More at www.example.org
Meet us at example.org
https://www.example.org/jobs/2026/03/analyst
https://example.org/files/report-2026.pdf
example.org
point (a) of the list
Work at the office
The dot on the map
We are at home in 30 towns
the call closes on 31.03.2026
Call for proposals 2026
phone and internet costs up to 100 euros
Signal processing since 2019
Zoom out
one two three go
We work on Facebook, LinkedIn and Instagram
Teams of 5 to 7
Ada Example, head of unit
C++ and C#
""".splitlines()

TRACES = re.compile(r"ada|5550100|555010|\b5550\b|0100|flowers|elpmaxe|5555", re.IGNORECASE)
"""What is left of one of SPELLINGS if it is not blanked, once it is spelled plainly."""


def plain(text: str) -> str:
    """A text as whoever looks for contact data would read it."""
    text = unicodedata.normalize("NFKC", unquote(unescape(unescape(text))))
    text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return re.sub(r"(?<=\d)\W+(?=\d)", "", "".join(char for char in text if unicodedata.category(char) != "Cf"))


@pytest.mark.parametrize("text", SPELLINGS)
@pytest.mark.parametrize("around", ["{}", "Write to {} please.", "({})", "A fine job, {}"])
def test_contact_data_are_blanked_however_they_are_spelled(text: str, around: str) -> None:
    shown = blanked(SITE, around.format(text))
    assert REMOVED in shown
    assert not TRACES.search(plain(shown.replace(REMOVED, ""))), shown
    assert not re.search(r"\bzero|zéro|cero|null", shown), shown


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("around", ["{}", "It says {} there.", "({})", "A fine job, {}"])
def test_what_is_known_to_be_something_else_stays(text: str, around: str) -> None:
    assert blanked(SITE, around.format(text)) == around.format(text)
    html = (
        escape(f"<p>{around.format(text)}</p>", quote=False).replace("&lt;p&gt;", "<p>").replace("&lt;/p&gt;", "</p>")
    )
    assert without_contacts(SITE, html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>+32 <strong>2 555</strong> 01 00</p>", f"<p>{REMOVED}<strong></strong></p>"),
        ("<p><em>+32</em> 2 <code>5550100</code>!</p>", f"<p><em>{REMOVED}</em><code></code>!</p>"),
        ("<p>ada<em>.x</em>@<b>example</b>.org</p>", f"<p>{REMOVED}<em></em><b></b></p>"),
        ("<p>02<sup>555</sup><sub>01</sub>00</p>", f"<p>{REMOVED}<sup></sup><sub></sub></p>"),
        ("<p>Tel. 02 555<br>01 00</p>", f"<p>Tel. {REMOVED}<br></p>"),
        ("<p>ada.x@<br>example.org</p>", f"<p>{REMOVED}<br></p>"),
        ("<p>02&nbsp;555&nbsp;01&nbsp;00 &amp; more</p>", f"<p>{REMOVED} &amp; more</p>"),
        ("<p>a &lt; b, ada.x@example.org</p>", f"<p>a &lt; b, {REMOVED}</p>"),
        ('<p><a href="mailto:ada.x@example.org">Ada</a></p>', "<p>Ada</p>"),
        ('<p><a href="MAILTO:ada.x@example.org" title="x">Ada</a>.</p>', "<p>Ada.</p>"),
        ('<p><a href="tel:+3225550100">us</a></p>', "<p>us</p>"),
        ('<p><a href="https://wa.me/3225550100">WhatsApp</a></p>', "<p>WhatsApp</p>"),
        ('<p><a href="https://example.org/?to=ada.x%40example.org">form</a></p>', "<p>form</p>"),
        ('<p><a href="https://ada@example.org/">form</a></p>', "<p>form</p>"),
        ('<p><a href="https://example.org/jobs">us</a></p>', '<p><a href="https://example.org/jobs">us</a></p>'),
        (
            '<p><a href="https://example.org/staff">ada.x@example.org</a></p>',
            f'<p><a href="https://example.org/staff">{REMOVED}</a></p>',
        ),
        ('<h2 id="section-adaxexampleorg">ada.x@example.org</h2>', f'<h2 id="section-1">{REMOVED}</h2>'),
        ('<h2 id="section-ada-x-example-org">Ask</h2>', '<h2 id="section-1">Ask</h2>'),
        ('<h2 id="section-tasks">Tasks</h2>', '<h2 id="section-tasks">Tasks</h2>'),
        (
            '<h2 id="section-your-tasks_1">Your <em>tasks</em></h2>',
            '<h2 id="section-your-tasks_1">Your <em>tasks</em></h2>',
        ),
        (
            '<h2 id="section-tasks">Tasks<sup id="fnref:1"><a href="#fn:1">1</a></sup></h2>',
            '<h2 id="section-tasks">Tasks<sup id="fnref:1"><a href="#fn:1">1</a></sup></h2>',
        ),
        (
            '<li><a href="#section-02-555-0100">02 555 0100</a></li><h2 id="section-02-555-0100">02 555 0100</h2>',
            f'<li><a href="#section-1">{REMOVED}</a></li><h2 id="section-1">{REMOVED}</h2>',
        ),
        ('<ol><li id="fn:ada.x@example.org">x</li></ol>', '<ol><li id="section-1">x</li></ol>'),
        ('<p><time datetime="+3225550100">now</time></p>', "<p><time>now</time></p>"),
        ('<p><time datetime="2026-03-31">now</time></p>', '<p><time datetime="2026-03-31">now</time></p>'),
        (
            '<p><time datetime="2026-03-31">+32 2 555 01 00</time></p>',
            f'<p><time datetime="2026-03-31">{REMOVED}</time></p>',
        ),
        ('<p><abbr title="ada.x@example.org">AX</abbr></p>', f'<p><abbr title="{REMOVED}">AX</abbr></p>'),
        ('<p><img src="/a.png" alt="Call 02 555 01 00"></p>', f'<p><img src="/a.png" alt="Call {REMOVED}"></p>'),
        ('<p><span lang="en-adax-example-org">x</span></p>', "<p><span>x</span></p>"),
        ('<p><span lang="fr" dir="ltr">x</span></p>', '<p><span lang="fr" dir="ltr">x</span></p>'),
        ('<td colspan="2">Ada</td><td>02 555 01 00</td>', f'<td colspan="2">Ada</td><td>{REMOVED}</td>'),
        ("no tags, ada.x@example.org", f"no tags, {REMOVED}"),
    ],
)
def test_html_keeps_what_is_harmless_and_nothing_of_contact_data(html: str, expected: str) -> None:
    assert without_contacts(SITE, html) == expected


@pytest.mark.parametrize(
    "address", ["https://example.org/jobs?id=12", "http://example.org", "/jobs/", "#x", "../a", ""]
)
def test_links_to_ordinary_pages_stay(address: str) -> None:
    assert link_without_contacts(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *(each for each in HANDLES if ":" in each and " " not in each),
        *(
            "mailto:a@b.example",
            "TEL:1",
            "ftp://example.org",
            "https://sub.t.me/x",
            "//t.me/x",
            "https://[x",
            "data:,x",
        ),
        *(
            "https://social.example/@adax",
            "https://example.org/call/+3225550100",
            "https://x.example/?phone=3225550100",
        ),
    ],
)
def test_links_that_may_lead_to_a_person_do_not(address: str) -> None:
    assert link_without_contacts(address) == ""


def test_no_output_of_a_site_shows_contact_data_of_what_is_closed(tmp_path: Path) -> None:
    """In every field and every place of a text, at every age."""
    spelled = [each for each in SPELLINGS if each.isprintable()]
    for number, now in enumerate((OPEN, CLOSED, GONE)):
        site = build_site(write_site(tmp_path / str(number), hiding(spelled)), now)
        found = {path for path, data in site.items() if not path.startswith(FILES) and TRACES.search(visible(data))}
        assert ("jobs/filled/index.html" in found) is (now is OPEN)
        if now is not OPEN:
            assert found == set()


FILES = ("theme/", "media/", "pictures/")
"""Outputs that are no texts of ours."""


_NO_WORDS = re.compile(
    r"""[0-9a-f]{16,}|viewBox="[^"]*"|<(?:link|script|path)\b[^>]*>|[\d-]{10}T[\d:.+Z-]+|\d\d:\d\d:\d\d \+\d{4}"""
)
"""Digests, drawings and instants of the site's own."""


def visible(data: bytes) -> str:
    """A file's words, without digests and the site's own addresses and instants."""
    text = data.decode(errors="replace").replace(REMOVED, "")
    return plain(_NO_WORDS.sub("", text))


def hiding(spelled: list[str]) -> dict[str, str | bytes]:
    """A posting and an event in which all of them stand, everywhere there is room."""
    quoted = [f'"{each}"' for each in spelled if not {'"', chr(92)} & {*each}]
    body = "\n\n".join(
        f"## {each}\n\n{each}\n\n- {each}\n\n<time datetime='{each}'>{each}</time> <abbr title='{each}'>A</abbr>"
        for each in spelled
        if "<" not in each
    )
    mail = '"Ask ada.x@example.org"'
    posting = make_posting(
        body + "\n\n![ada.x@example.org](images/a.png)\n",
        title=mail,
        summary=mail,
        place='{city: "Ghent, 02 555 01 00", street: ada.x@example.org, country: BE}',
        salary=f"{{note: {mail}}}",
        benefits=f"[{', '.join(quoted[:100])}]",
        contract=f"{{duration: {mail}, ends: {mail}}}",
        experience=mail,
        education=mail,
        hours=mail,
        starts=mail,
        reference='"Tel. 555 01 00"',
        dates=f'[{{what: {mail}, when: "02 555 01 00", url: "https://t.me/adax"}}]',
        apply='{email: ada.x@example.org, subject: "Ask ada.x@example.org", note: "Or 02 555 01 00"}',
        image='{file: images/a.png, alt: "ada.x@example.org", credit: "02 555 01 00"}',
        closed='{on: 2026-03-20, because: other, note: "Ask ada.x@example.org"}',
        formerly="[once]",
        topics="[culture]",
    )
    event = make_event(
        body,
        title=mail,
        summary=mail,
        starts="2026-03-18",
        place='{city: "Ghent, 02 555 01 00", country: BE}',
        speakers='[{name: "Bea", role: "ada.x@example.org"}]',
        contacts="[{name: Ada X, email: ada.x@example.org}]",
        formerly="[once]",
    )
    return {
        "postings/filled.md": posting,
        "events/held.md": event,
        "images/a.png": encoded(draw_town(80, 60), "PNG"),
    }


@pytest.mark.parametrize(
    "part",
    [
        *("@", "a@", "a", "1", "1 ", "+1", "tel ", "tel 1", "(", " dot ", "-", "a.", "a at ", "one ", "%41", "skype: "),
        *(
            "no 1",
            "A1",
            "1/",
            "2026-",
            "O0 ",
            "\u00ad",
            "e\u0301",
            "0",
            "EUR 1 ",
            "1,000,",
            "t.me/",
            "[at]",
            "1a",
            "a.b-",
        ),
        *("<b>1</b>", "<p>a</p>", "1<br>", '<h2 id="section-a">a@b.c</h2>', '<a href="mailto:x@y.z">x@y.z</a>'),
    ],
)
def test_long_texts_take_time_as_they_are_long(part: str) -> None:
    text = part * (50_000 // len(part))
    started = time.process_time()
    without_contacts(SITE, text)
    assert time.process_time() - started < 2
