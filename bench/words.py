"""Words the invented content is made of. Organisations are made of syllables, so that none is real."""

from __future__ import annotations

from bench.items import Town

TOWNS = tuple(
    Town(name=name, country=country, zone=zone)
    for name, country, zone in (
        ("Brussels", "BE", "Europe/Brussels"),
        ("Ghent", "BE", "Europe/Brussels"),
        ("Liège", "BE", "Europe/Brussels"),
        ("Lille", "FR", "Europe/Paris"),
        ("Nantes", "FR", "Europe/Paris"),
        ("Grenoble", "FR", "Europe/Paris"),
        ("Zaragoza", "ES", "Europe/Madrid"),
        ("Málaga", "ES", "Europe/Madrid"),
        ("Porto", "PT", "Europe/Lisbon"),
        ("Cork", "IE", "Europe/Dublin"),
        ("Leipzig", "DE", "Europe/Berlin"),
        ("Bremen", "DE", "Europe/Berlin"),
        ("Graz", "AT", "Europe/Vienna"),
        ("Bologna", "IT", "Europe/Rome"),
        ("Turin", "IT", "Europe/Rome"),
        ("Utrecht", "NL", "Europe/Amsterdam"),
        ("Tampere", "FI", "Europe/Helsinki"),
        ("Tartu", "EE", "Europe/Tallinn"),
        ("Gdańsk", "PL", "Europe/Warsaw"),
        ("Malmö", "SE", "Europe/Stockholm"),
    )
)

TOWN_ALONE = Town(name="Bergen", country="NO", zone="Europe/Oslo")
"""In a country where one posting is, and nothing else."""

TOPICS = (
    *("twinning", "migration", "employment", "inclusion", "culture", "climate", "mobility"),
    *("digital", "democracy", "finance", "communication", "learning"),
)

SYLLABLES_FIRST = ("Var", "Oster", "Quill", "Bram", "Tolve", "Merr", "Sand", "Kest", "Lund", "Fenn", "Hask", "Ilver")
SYLLABLES_LAST = ("holt", "mere", "wick", "stad", "burgh", "eltoft", "owsk", "anne", "ilhac", "osa", "avik", "dorne")
BODIES = ("Network of", "Council of", "Agency for", "Forum of", "Union of", "Institute of", "Office for", "League of")
PLURALS = ("Towns", "Regions", "Harbours", "Districts", "Libraries", "Valleys", "Markets", "Bridges", "Gardens")

ROLES = (
    *("Policy Officer", "Project Manager", "Data Analyst", "Communications Officer", "Finance Assistant"),
    *("Research Fellow", "Events Coordinator", "Legal Adviser", "Training Officer", "Office Manager"),
    *("Head of Unit", "Programme Assistant", "Web Editor", "Grants Officer", "Facilitator"),
)
FIELDS = (
    *("Urban Mobility", "Climate Plans", "Cultural Heritage", "Local Finance", "Digital Inclusion", "Housing"),
    *("Migration", "Twinning", "Public Health", "Skills", "Water", "Energy", "Tourism", "Open Data", "Youth"),
    *("Rural Areas", "Procurement", "Circular Economy", "Elections", "Social Services"),
)

SUBJECTS = (
    *("You", "The team", "Our members", "Colleagues from three departments", "The secretariat", "A working group"),
    *("The successful candidate", "Partner towns", "Elected members", "The project office", "Neighbouring regions"),
    *("Volunteers", "Our steering committee", "Every second department", "The regional office"),
)
VERBS = (
    *("prepare", "compare", "review", "coordinate", "document", "present", "negotiate", "translate", "improve"),
    *("monitor", "question", "publish", "explain", "support", "test", "plan", "follow up", "evaluate"),
)
OBJECTS = (
    *("the annual programme of work", "a common set of indicators", "tenders for small contracts", "the budget"),
    *("three study visits", "guidance for newcomers", "minutes and decisions", "the network's position papers"),
    *("a training course for forty people", "data from two hundred towns", "the spring conference"),
    *("proposals for European funding", "the newsletter", "agreements between neighbours", "reports on spending"),
    *("interviews with residents", "maps and short films", "a handbook on fair hiring", "the public register"),
    *("questions from journalists", "the shared calendar", "letters to ministries", "a pilot in six districts"),
)
TAILS = (
    *("with a small budget", "before the summer", "in two languages", "together with universities", "every month"),
    *("for towns of all sizes", "without losing sight of the cost", "as openly as possible", "in plain words"),
    *("with colleagues abroad", "on behalf of the board", "from the first idea to the last invoice", "year after year"),
    *(
        "under the lead of the director",
        "where it is needed most",
        "and learn from what went wrong",
        "on site and online",
    ),
)
QUALITIES = (
    *("Experience in a public body or an association", "A clear style in writing", "Good knowledge of spreadsheets"),
    *("Patience with long procedures", "The habit of finishing what was begun", "Curiosity about how towns work"),
    *(
        "A degree, or what you learnt without one",
        "Readiness to travel a few times a year",
        "Calm with deadlines",
    ),
    *("Knowledge of how European programmes are run", "Some practice in leading meetings", "An eye for mistakes"),
)
OFFERS = (
    *("Two days a week from home, if you like", "A travel card for the region", "Language lessons in working time"),
    *("A pension plan paid by the employer", "Thirty days of leave", "Flexible hours from the first day"),
    *("A canteen with a view of the river", "A colleague who shows you around for three months"),
)
