"""English."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import BlankForm, Tongue

TONGUE = Tongue(
    months=(
        *("january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug"),
        *("september|sept|sep", "october|oct", "november|nov", "december|dec"),
    ),
    weekdays=(
        *("monday|mon", "tuesday|tue|tues", "wednesday|wed", "thursday|thu|thurs", "friday|fri", "saturday|sat"),
        "sunday|sun",
    ),
    articles="the",
    ordinals="st|nd|rd|th",
    of_month="of",
    of_year="of",
    midnight="midnight",
    until=(
        "before|by|until|till?|not? later than|latest|last day|final day|deadline|closing date|clos(?:es?|ing)|due"
        "|(?:received|submitted|sent) after"
    ),
    applying=(
        "appl(?:y|ies|ied|ying|icants?|ications?)|deadline|closing date|submi\\w+|CVs?|cover letter"
        "|expressions? of interest"
    ),
    sending="apply|applying|submit(?:ted)?|send|sent|deadline|clos(?:es?|ing)",
    something_else=(
        "announc|answer|appoint|assess|award|begin|born|clarification|commenc|contract|decide|decision|degree|deliver"
        "|diploma|enquir|evaluat|feedback|fund(?:ed|ing)|graduat|hear|inform|interview|invit|notif|onboard|outcome"
        "|probation|project|quer(?:y|ies)|question|repl(?:y|ies)|respon[ds]|result|review|screen|select|shortlist|start"
        "|take up|test"
    ),
    at_work="shifts?|hours of work|working hours|opening hours|opens?|night|service",
    pay="salar(?:y|ies)|pay|paid|remuneration|compensation|wages?|stipend|gross",
    praised="salar(?:y|ies)|pay|package|remuneration|compensation|wages?",
    praise="competitive|attractive",
    praise_leads=True,
    not_praised="process|tender|selection|recruitment|grant|bid",
    unpaid="unpaid|non-?paid|voluntary|no (?:pay|salary|remuneration)|(?:not|non) (?:paid|remunerated)",
    offices=(
        "accounts|admin|administration|admissions|application|applications|apply|call|calls|campaign|career|careers"
        "|centre|city|communication|communications|community|contact|cv|data|education|employment|enquiries|europe"
        "|events|experts|fellowship|fellowships|finance|foundation|general|grants|hello|help|hiring|hr|human|humans|info"
        "|information|international|internship|internships|job|jobs|legal|mail|marketing|media|membership|network|news"
        "|newsletter|no|noreply|office|people|personal|personnel|policy|press|privacy|programme|project|projects"
        "|protection|recruiting|recruitment|reply|research|resources|sales|school|secretariat|service|services|support"
        "|talent|team|the|training|university|vacancies|vacancy|web|work"
    ),
    recruiting=(
        "admin|administration|applications?|apply|careers?|contact|hello|hr|hub|info|internships?|jobs?|office|people"
        "|personnel|recruitment|secretariat|talent|team|traineeships?|vacanc(?:y|ies)|work"
    ),
    at="at",
    at_bracketed="at",
    dot="dot|d0t",
    before_a_site=(
        "us|me|him|her|it|them|you|we|they|online|website|site|page|pages|web|form|forms|portal|platform|apply|applying"
        "|application|applications|register|registration|details|detail|info|information|more|available|posted|published"
        "|found|find|here|read|see|visit|join|look|shown|listed|described|now|also|only|again|hosted|held|work|working|job"
        "|jobs|vacancies|vacancy|offers|careers|based|staff|colleagues|team|office|login|account|and|or|is|are|be|was|in"
        "|on|to|of|the|a|this|that|candidates|cv|cvs|documents|profile"
    ),
    account="id|name|handle|user(?:name)?|account|contact|nick(?:name)?",
    called="is|as|under",
    call="tel|phones?|telephones?|mobiles?|mob|cell|gsm|fax|landline|hotline|call|ring|dial|text",
    extension="ext|extension",
    digits="zero|oh|one|two|three|four|five|six|seven|eight|nine|double",
    counts=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    and_to="to|and",
    money="euros?|dollars?|pounds?|francs?|pesos?|dirhams?|millions?|billions?|cents?",
    units=(
        "inhabitants?|residents?|people|persons?|citizens?|members?|households?|jobs?|hectares?|tonnes?|trees|copies"
        "|visitors?|students?|users?"
    ),
    references=(
        "ref|reference|no|nr|num|number|code|id|regulation|directive|law|version|vacancy|posting|job|art|article|call"
        "|grant|project|file|doc"
    ),
    noon="noon|midday",
    through="to|until|till|and",
    before_day="from|between|by|before|on|until",
    before_hour="at|from|between|by|before|until",
    hours="hrs?|hours|o'clock",
    whole_day="eod|cob|end of (?:the )?(?:day|business)|close of business|all day",
    around_day="at|at:|on|the|of",
    without_end=(
        r"rolling\W*|open(?:[ -]ended)?|none|no deadline|asap|as soon as possible|(?:open )?until filled|ongoing"
        "|continuous|permanent|n/?a|tb[cda]"
    ),
    abbreviations=(
        "al|approx|art|bld|blvd|ca|cf|chap|co|cons|corp|dept|dir|dr|ed|edn|eds|etc|ex|fam|ff|fig|figs|gen|gov|hon|i.e|e.g"
        "|inc|inf|jr|ltd|mgr|min|mr|mrs|ms|mt|nb|no|nos|nov|oct|p|pp|pr|prof|rd|ref|rev|sec|sen|sept|sq|sr|ss|st|suppl|tel"
        "|univ|vol|vols|vs|viz"
    ),
    locale="en_GB",
    day_form="d MMMM y",
    weekday_form="EEEE d MMMM y",
    forms={
        "posting": BlankForm(
            "One sentence for lists and feeds.",
            (
                "What the organisation does, in two sentences.",
                *("## What you will do", "- The first task.\n- The second task."),
                *("## What you bring", "- What is needed."),
                *("## What we offer", "- What comes with it."),
            ),
        ),
        "news": BlankForm(
            "One or two sentences for lists and feeds.",
            ("The first paragraph says what happened, where and when.",),
        ),
        "event": BlankForm(
            "One or two sentences for lists and feeds.", ("What people will learn or meet there, and for whom it is.",)
        ),
        "organisation": BlankForm(
            "",
            ("What the organisation is and does, in a paragraph that can stand below a press release.",),
        ),
        "page": BlankForm("A sentence for search engines.", ("What readers look for on this page.",)),
    },
)
