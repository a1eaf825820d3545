"""The demo's words in English."""

from __future__ import annotations

from bench.demo.texts import Field, Role, Story, Texts

ENGLISH = Texts(
    sample_posting="This is a sample: neither this organisation nor this work exists.",
    sample_news="This is a sample: nobody named here exists, and nothing of it happened.",
    sample_event="This is a sample: it will not take place, and whoever registers reaches nobody.",
    about="**{name} does not exist.** It was invented for a sample board, and its addresses end in `.example`.",
    doing="What you will do",
    bringing="What you bring",
    offering="What we offer",
    choosing="How we choose",
    roles={
        "policy": Role(
            "Policy Officer",
            (
                "Follow what is decided in the capitals, and say in two pages what it means for a town.",
                "Prepare positions with members who rarely agree at first.",
                "Answer the questions of mayors before they are asked by journalists.",
            ),
            ("A sense of what matters in a long document.", "Writing that people read to the end."),
        ),
        "project": Role(
            "Project Manager",
            (
                "Run a project of six partners from the first meeting to the last report.",
                "Keep its calendar, its budget and its good mood.",
                "Turn what was learnt into something that others can use.",
            ),
            ("Projects that you have finished, and one that taught you something.", "Calm when plans change."),
        ),
        "data": Role(
            "Data Analyst",
            (
                "Collect figures from towns that count in different ways, and make them comparable.",
                "Draw charts that can be read without their caption.",
                "Publish the data together with what is wrong with them.",
            ),
            ("Practice with a programming language for statistics.", "Distrust of averages."),
        ),
        "communication": Role(
            "Communications Officer",
            (
                "Write news, portraits and the monthly letter to members.",
                "Look after the website, its pictures and their descriptions.",
                "Help colleagues to say in five words what they said in fifty.",
            ),
            ("Texts of yours that we may read.", "Patience with people who are not writers."),
        ),
        "finance": Role(
            "Finance Officer",
            (
                "Keep the books of four projects and close them every month.",
                "Check claims for costs, and explain kindly what is missing.",
                "Prepare the audit so that it takes a day.",
            ),
            ("Training or practice in accounting.", "An eye for a figure that does not belong."),
        ),
        "events": Role(
            "Events Coordinator",
            (
                "Plan meetings for twenty people and conferences for four hundred.",
                "Find rooms that everybody can enter, and food that everybody can eat.",
                "Be the last to leave, and write down what to do better.",
            ),
            ("Events that you have organised, of any size.", "A telephone voice that calms people."),
        ),
        "research": Role(
            "Research Fellow",
            (
                "Ask a question that towns have, and answer it in a year.",
                "Interview forty people who do the work.",
                "Present what you found to those who have to decide.",
            ),
            ("A degree in a social science, or work that shows the same.", "Curiosity about how offices really work."),
        ),
        "legal": Role(
            "Legal Adviser",
            (
                "Read contracts and agreements before anybody signs them.",
                "Advise members on procurement and on data protection.",
                "Keep a register that others find their way in.",
            ),
            ("A law degree of any country of Europe.", "Advice that ends with what to do."),
        ),
        "trainee": Role(
            "Trainee",
            (
                "Spend six months in two departments, with a colleague who has time for you.",
                "Take notes in meetings, and after a while lead one.",
                "Finish a small project that carries your name.",
            ),
            ("Studies that you have begun or ended.", "Questions."),
        ),
        "secondment": Role(
            "Seconded Expert",
            (
                "Bring what your administration knows to those who are about to begin.",
                "Visit five towns, and leave each with a plan for one year.",
                "Go home with a network of colleagues.",
            ),
            ("A post in a local or regional administration.", "The consent of your employer."),
        ),
        "mentor": Role(
            "Mentor",
            (
                "Meet a young colleague from another country once a month.",
                "Listen more than you speak.",
                "Write half a page at the end.",
            ),
            ("Ten years in the work of a town or region.", "Two hours a month."),
        ),
        "reviewer": Role(
            "Peer Reviewer",
            (
                "Read the plan of a town that you do not know.",
                "Spend three days there with two other reviewers.",
                "Write with them what you would do next.",
            ),
            ("Experience with plans that were carried out.", "The ability to praise and to criticise."),
        ),
    },
    fields={
        "mobility": Field(
            "Urban Mobility",
            "The team advises forty towns on buses, bicycles and the space between houses.",
            "Half of all ways in a town are shorter than they seem.",
        ),
        "climate": Field(
            "Climate Plans",
            "The team helps towns to write climate plans that survive an election.",
            "A plan is worth what is done in its second year.",
        ),
        "culture": Field(
            "Culture and Heritage",
            "The team works with theatres, libraries and people who look after old walls.",
            "A festival is over in a week; what it leaves behind is the work.",
        ),
        "finance": Field(
            "Local Finance",
            "The team compares how towns earn and spend, and explains it to those who live there.",
            "A budget that nobody understands is nobody's.",
        ),
        "digital": Field(
            "Digital Services",
            "The team builds services with small towns that have no department for it.",
            "The best form is the one that nobody has to fill in.",
        ),
        "migration": Field(
            "Migration and Integration",
            "The team brings together those who welcome newcomers, in offices and in associations.",
            "People arrive in a country, and live in a street.",
        ),
        "twinning": Field(
            "Twinning",
            "The team looks after two hundred partnerships, some older than all of us.",
            "A partnership is a habit, not a sign at the entrance of a town.",
        ),
        "democracy": Field(
            "Local Democracy",
            "The team supports councils that let residents decide about more than benches.",
            "Whoever was asked once expects to hear what became of it.",
        ),
        "learning": Field(
            "Training and Mentoring",
            "The team runs courses for eight hundred colleagues a year.",
            "Nobody learns a town by heart; but one can learn how to ask.",
        ),
        "communication": Field(
            "Public Information",
            "The team helps towns to say things so that they are understood.",
            "Plain words are a service like any other.",
        ),
    },
    offers=(
        "Two days a week from home, if you like.",
        "A travel card for the whole region.",
        "Thirty days of leave.",
        "Language lessons in working time.",
        "A pension plan paid by the employer.",
        "A colleague who shows you around for three months.",
        "Flexible hours from the first day.",
    ),
    process=(
        "Two of us read every application, without names.",
        "We invite five people to an interview of an hour.",
        "You meet the team before you decide.",
        "Everybody gets an answer, and those who ask get reasons.",
    ),
    benefits=("meal vouchers", "travel card", "thirty days of leave", "language lessons", "pension plan"),
    experience=("2 years", "5 years", "none needed", "3 years in a public body"),
    education=("a bachelor's degree, or what you learnt without one", "a master's degree", "vocational training"),
    hours=("38 a week", "20 to 30 a week", "four days a week", "35 a week"),
    starts=("as soon as possible", "in spring", "by agreement"),
    durations=("one year", "two years", "18 months", "until the end of the project"),
    documents=("CV", "cover letter", "two references", "a text of yours"),
    skills=("plain writing", "spreadsheets", "chairing a meeting", "maps and figures"),
    travel=("up to 10 %", "two or three days a month", "once a year, by train"),
    several="several",
    team="The team you would join (sample)",
    gross="Gross, by experience",
    unpaid="Travel and meals are paid",
    interviews=("Interviews", "about two weeks after the last day to apply"),
    filled="We found somebody. Thank you for your interest.",
    withdrawn="The project was put off.",
    equal="We want colleagues as different as the towns they work for. Tell us what you need to take part.",
    profile="Full job profile (sample)",
    picture="A drawing of a row of houses with lit windows under a pale sky",
    press_office="Press office (sample)",
    news={
        "desk": Story(
            "A help desk for towns: {field}",
            "Members can now ask one place, and get an answer within two days.",
            (
                "There is one address for all questions now. Three people answer, and they know whom to ask.",
                "In the first week forty towns wrote. Most wanted to know what their neighbours do.",
            ),
        ),
        "study": Story(
            "What two hundred towns told us: {field}",
            "A new study compares plans, money and people, and says what is missing.",
            (
                "Two hundred towns answered sixty questions. They fill a book; its first page is enough for most.",
                "The towns that did best had one thing in common: somebody whose only task it was.",
            ),
        ),
        "prize": Story(
            "Prize for a small town: {field}",
            "A jury of residents chose the smallest of nine candidates.",
            (
                "The jury met in a school. It had read nine proposals, and chose the one with the smallest budget.",
                "The town will use the prize to invite those who came second.",
            ),
        ),
        "joint": Story(
            "Two networks begin a common programme: {field}",
            "They share an office, a calendar and three posts.",
            (
                "The two networks have worked side by side for years. Now they share what each did alone.",
                "The programme begins with visits: each town receives one guest and sends one.",
            ),
        ),
        "opinion": Story(
            "Ask the clerk first: {field}",
            "Why good plans begin with those who have to carry them out.",
            (
                "Every plan has an author, and somebody who must do it on a Monday. They should meet before.",
                "It costs an afternoon. It saves a year.",
            ),
        ),
    },
    events={
        "training": Story(
            "Two days of practice: {field}",
            "A course for people who begin, with those who began last year.",
            (
                "You bring a case of your own, and take home a first step.",
                "There is no lecture longer than ten minutes.",
            ),
        ),
        "webinar": Story(
            "An hour at noon: {field}",
            "One town shows what it did, and answers questions.",
            ("Twenty minutes of report, forty of questions.", "It is recorded for those who are at lunch."),
        ),
        "conference": Story(
            "Annual conference: {field}",
            "Four hundred people, sixty towns, and time to talk.",
            ("The programme leaves every second hour free.", "Whoever wants a room for a topic of their own gets one."),
        ),
        "exchange": Story(
            "Three days with colleagues: {field}",
            "You sit beside somebody who does your work elsewhere.",
            ("Each guest has one host.", "On the last afternoon everybody says what they will try at home."),
        ),
    },
    quotes=(
        "We had the answers; nobody had asked us the question.",
        "A town of two thousand has the same duties as one of two million, and one photocopier.",
        "What we share we need not invent.",
        "I came for a day and stayed for the work.",
    ),
    offices=("Mayor", "Secretary General", "Head of Programmes", "President"),
    correction="An earlier version gave the number of towns as one hundred. It is two hundred.",
    film="A film of three minutes (sample)",
    monthly="every first Thursday of the month",
    page=Story(
        "About this sample board",
        "Twelve invented organisations show what a board can do.",
        (
            "Nothing here is real: neither the organisations nor their vacancies. Every address ends in `.example`.",
            "It is there to look at: how a list reads when it is full, and how three languages stand side by side.",
        ),
    ),
)
