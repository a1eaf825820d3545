"""The demo's words in French."""

from __future__ import annotations

from bench.demo.texts import Field, Role, Story, Texts

FRENCH = Texts(
    sample_posting="Ceci est un exemple : ni cette organisation ni ce poste n’existent.",
    sample_news="Ceci est un exemple : personne de ce nom n’existe, et rien de tout cela n’a eu lieu.",
    sample_event="Ceci est un exemple : cela n’aura pas lieu, et l’inscription n’atteint personne.",
    about="**{name} n’existe pas.** Inventée pour un site d’exemple ; ses adresses finissent par `.example`.",
    doing="Vos missions",
    bringing="Votre profil",
    offering="Nous offrons",
    choosing="Sélection",
    roles={
        "policy": Role(
            "Chargé·e de mission",
            (
                "Suivre ce qui se décide dans les capitales et dire en deux pages ce que cela change pour une ville.",
                "Préparer des positions avec des membres rarement d’accord au début.",
                "Répondre aux maires avant que la presse ne pose la question.",
            ),
            ("Le sens de l’essentiel dans un long document.", "Une écriture que l’on lit jusqu’au bout."),
        ),
        "project": Role(
            "Chef·fe de projet",
            (
                "Conduire un projet de six partenaires, de la première réunion au dernier rapport.",
                "Tenir son calendrier, son budget et sa bonne humeur.",
                "Faire de ce que l’on a appris quelque chose d’utile à d’autres.",
            ),
            ("Des projets menés à leur terme, et un qui vous a instruit·e.", "Du calme quand les plans changent."),
        ),
        "data": Role(
            "Analyste de données",
            (
                "Réunir les chiffres de villes qui comptent autrement, et les rendre comparables.",
                "Dessiner des graphiques qui se lisent sans légende.",
                "Publier les données avec leurs défauts.",
            ),
            ("La pratique d’un langage de statistique.", "La méfiance envers les moyennes."),
        ),
        "communication": Role(
            "Chargé·e de communication",
            (
                "Écrire des actualités, des portraits et la lettre mensuelle aux membres.",
                "Tenir le site à jour, avec ses images et leurs descriptions.",
                "Aider les collègues à dire en cinq mots ce qu’ils disaient en cinquante.",
            ),
            ("Des textes de vous, que nous lirons.", "De la patience avec ceux qui n’écrivent pas."),
        ),
        "finance": Role(
            "Responsable financier·ère",
            (
                "Tenir les comptes de quatre projets et les clore chaque mois.",
                "Vérifier les demandes de remboursement, et expliquer avec tact ce qui manque.",
                "Préparer l’audit de sorte qu’il dure un jour.",
            ),
            ("Une formation ou une pratique comptable.", "L’œil pour le chiffre qui n’est pas à sa place."),
        ),
        "events": Role(
            "Coordinateur·rice d’événements",
            (
                "Préparer des réunions de vingt personnes et des conférences de quatre cents.",
                "Trouver des salles où chacun peut entrer et des repas que chacun peut manger.",
                "Partir en dernier, et noter ce qui sera mieux la fois suivante.",
            ),
            ("Des rencontres que vous avez organisées.", "Une voix qui apaise au téléphone."),
        ),
        "research": Role(
            "Chercheur·euse associé·e",
            (
                "Poser une question que les villes se posent, et y répondre en un an.",
                "Interroger quarante personnes qui font le travail.",
                "Présenter le résultat à ceux qui décident.",
            ),
            ("Un diplôme en sciences sociales, ou des travaux qui le valent.", "La curiosité du travail réel."),
        ),
        "legal": Role(
            "Juriste",
            (
                "Lire les contrats et les conventions avant la signature.",
                "Conseiller les membres sur les marchés publics et la protection des données.",
                "Tenir un registre où d’autres se retrouvent.",
            ),
            ("Un diplôme de droit d’un pays d’Europe.", "Des conseils qui finissent par ce qu’il faut faire."),
        ),
        "trainee": Role(
            "Stagiaire",
            (
                "Passer six mois dans deux services, avec une ou un collègue qui a du temps pour vous.",
                "Prendre des notes en réunion, puis en conduire une.",
                "Achever un petit projet qui porte votre nom.",
            ),
            ("Des études commencées ou finies.", "Des questions."),
        ),
        "secondment": Role(
            "Expert·e détaché·e",
            (
                "Apporter ce que votre administration sait à celles qui commencent.",
                "Visiter cinq villes et laisser à chacune un plan pour un an.",
                "Rentrer avec un réseau de collègues.",
            ),
            ("Un poste dans une administration locale ou régionale.", "L’accord de votre employeur."),
        ),
        "mentor": Role(
            "Mentor",
            (
                "Rencontrer une fois par mois une ou un jeune collègue d’un autre pays.",
                "Écouter plus que parler.",
                "Écrire une demi-page à la fin.",
            ),
            ("Dix ans au service d’une ville ou d’une région.", "Deux heures par mois."),
        ),
        "reviewer": Role(
            "Évaluateur·rice entre pairs",
            (
                "Lire le plan d’une ville que vous ne connaissez pas.",
                "Y passer trois jours avec deux autres pairs.",
                "Écrire avec eux ce que vous feriez ensuite.",
            ),
            ("L’expérience de plans qui ont été réalisés.", "L’art de louer et de critiquer."),
        ),
    },
    fields={
        "mobility": Field(
            "mobilité urbaine",
            "L’équipe conseille quarante villes sur les bus, les vélos et l’espace entre les maisons.",
            "La moitié des trajets en ville sont plus courts qu’ils ne semblent.",
        ),
        "climate": Field(
            "plans climat",
            "L’équipe aide les villes à écrire des plans climat qui survivent à une élection.",
            "Un plan vaut ce que l’on en fait la deuxième année.",
        ),
        "culture": Field(
            "culture et patrimoine",
            "L’équipe travaille avec des théâtres, des bibliothèques et ceux qui veillent sur de vieux murs.",
            "Un festival dure une semaine ; le travail est dans ce qu’il laisse.",
        ),
        "finance": Field(
            "finances locales",
            "L’équipe compare ce que les villes gagnent et dépensent, et l’explique à qui y habite.",
            "Un budget que personne ne comprend n’est à personne.",
        ),
        "digital": Field(
            "services numériques",
            "L’équipe construit des services avec de petites villes qui n’ont pas de direction pour cela.",
            "Le meilleur formulaire est celui que personne n’a à remplir.",
        ),
        "migration": Field(
            "migrations et intégration",
            "L’équipe réunit ceux qui accueillent, dans les services et dans les associations.",
            "On arrive dans un pays, on habite une rue.",
        ),
        "twinning": Field(
            "jumelages",
            "L’équipe suit deux cents partenariats, dont certains sont plus vieux que nous tous.",
            "Un jumelage est une habitude, non un panneau à l’entrée de la ville.",
        ),
        "democracy": Field(
            "démocratie locale",
            "L’équipe soutient les conseils qui laissent décider les habitants de plus que des bancs.",
            "Qui a été consulté attend de savoir ce qu’il en est advenu.",
        ),
        "learning": Field(
            "formation et mentorat",
            "L’équipe forme huit cents collègues par an.",
            "Nul n’apprend une ville par cœur ; mais on apprend à demander.",
        ),
        "communication": Field(
            "information du public",
            "L’équipe aide les villes à dire les choses de sorte qu’on les comprenne.",
            "Les mots simples sont un service comme un autre.",
        ),
    },
    offers=(
        "Deux jours par semaine à domicile, si vous le souhaitez.",
        "Un abonnement de transport pour toute la région.",
        "Trente jours de congé.",
        "Des cours de langue pendant les heures de travail.",
        "Une retraite complémentaire payée par l’employeur.",
        "Un·e collègue qui vous guide pendant trois mois.",
        "Des horaires souples dès le premier jour.",
    ),
    process=(
        "Deux d’entre nous lisent chaque candidature, sans les noms.",
        "Nous invitons cinq personnes à un entretien d’une heure.",
        "Vous rencontrez l’équipe avant de vous décider.",
        "Chacun reçoit une réponse, et des raisons s’il en demande.",
    ),
    benefits=("titres-restaurant", "abonnement de transport", "trente jours de congé", "cours de langue"),
    experience=("2 ans", "5 ans", "aucune", "3 ans dans le service public"),
    education=("une licence, ou l’équivalent appris autrement", "un master", "une formation professionnelle"),
    hours=("35 par semaine", "20 à 30 par semaine", "quatre jours par semaine", "38 par semaine"),
    starts=("dès que possible", "au printemps", "à convenir"),
    durations=("un an", "deux ans", "18 mois", "jusqu’à la fin du projet"),
    documents=("CV", "lettre de motivation", "deux références", "un texte de votre main"),
    skills=("écrire simplement", "tableurs", "animer une réunion", "cartes et chiffres"),
    travel=("jusqu’à 10 %", "deux ou trois jours par mois", "une fois par an, en train"),
    several="plusieurs",
    team="L’équipe que vous rejoindriez (exemple)",
    gross="Brut, selon l’expérience",
    unpaid="Voyages et repas sont remboursés",
    interviews=("Entretiens", "deux semaines environ après la fin des candidatures"),
    filled="Le poste est pourvu. Merci de votre intérêt.",
    withdrawn="Le projet est remis à plus tard.",
    equal="Nous voulons des collègues aussi divers que les villes. Dites-nous ce qu’il vous faut pour participer.",
    profile="Profil de poste complet (exemple)",
    picture="Un dessin de maisons aux fenêtres éclairées sous un ciel pâle",
    press_office="Service de presse (exemple)",
    news={
        "desk": Story(
            "Un guichet pour les villes : {field}",
            "Les membres ont une seule adresse, et une réponse en deux jours.",
            (
                "Il y a désormais une adresse pour toutes les questions. Trois personnes y répondent.",
                "En une semaine, quarante villes ont écrit. La plupart voulaient savoir ce que font leurs voisines.",
            ),
        ),
        "study": Story(
            "Ce que disent deux cents villes : {field}",
            "Une nouvelle étude compare les plans, les moyens et les équipes, et dit ce qui manque.",
            (
                "Deux cents villes ont répondu à soixante questions. Cela fait un livre ; la première page suffit.",
                "Les villes qui réussissent ont une chose en commun : quelqu’un dont c’est la seule tâche.",
            ),
        ),
        "prize": Story(
            "Un prix pour une petite ville : {field}",
            "Un jury d’habitants a choisi la plus petite de neuf candidates.",
            (
                "Le jury s’est réuni dans une école. Il avait lu neuf projets, et choisi celui au plus petit budget.",
                "La ville invitera avec ce prix celles qui sont arrivées deuxièmes.",
            ),
        ),
        "joint": Story(
            "Deux réseaux lancent un programme commun : {field}",
            "Ils partagent un bureau, un calendrier et trois postes.",
            (
                "Les deux réseaux travaillaient côte à côte. Ils partagent désormais ce que chacun faisait seul.",
                "Le programme commence par des visites : chaque ville reçoit un hôte et en envoie un.",
            ),
        ),
        "opinion": Story(
            "Demander d’abord au guichet : {field}",
            "Pourquoi les bons plans commencent par ceux qui devront les appliquer.",
            (
                "Tout plan a un auteur, et quelqu’un qui doit l’appliquer un lundi. Ils devraient se voir avant.",
                "Cela coûte un après-midi. Cela épargne un an.",
            ),
        ),
    },
    events={
        "training": Story(
            "Deux jours de pratique : {field}",
            "Une formation pour ceux qui commencent, avec ceux qui ont commencé l’an dernier.",
            ("Vous venez avec un cas à vous et repartez avec un premier pas.", "Aucun exposé ne dépasse dix minutes."),
        ),
        "webinar": Story(
            "Une heure à midi : {field}",
            "Une ville montre ce qu’elle a fait et répond aux questions.",
            ("Vingt minutes de récit, quarante de questions.", "Un enregistrement attend ceux qui déjeunent."),
        ),
        "conference": Story(
            "Conférence annuelle : {field}",
            "Quatre cents personnes, soixante villes, et le temps de parler.",
            ("Le programme laisse libre une heure sur deux.", "Qui veut une salle pour son sujet en reçoit une."),
        ),
        "exchange": Story(
            "Trois jours avec des collègues : {field}",
            "Vous êtes assis·e à côté de quelqu’un qui fait votre travail ailleurs.",
            ("Chaque invité a un hôte.", "Le dernier après-midi, chacun dit ce qu’il essaiera chez lui."),
        ),
    },
    quotes=(
        "Nous avions les réponses ; personne ne nous avait posé la question.",
        "Une ville de deux mille habitants a les devoirs d’une ville de deux millions, et une seule photocopieuse.",
        "Ce que nous partageons, nous n’avons pas à l’inventer.",
        "Je venais pour un jour, je suis restée pour le travail.",
    ),
    offices=("Maire", "Secrétaire générale", "Responsable des programmes", "Présidente"),
    correction="Une version antérieure parlait de cent villes. Elles sont deux cents.",
    film="Un film de trois minutes (exemple)",
    monthly="chaque premier jeudi du mois",
    page=Story(
        "À propos de ce site d’exemple",
        "Douze organisations inventées montrent ce que peut un tel site.",
        (
            "Rien ici n’est réel : ni les organisations, ni leurs annonces. Les adresses finissent par `.example`.",
            "Il est là pour être regardé : comment se lit une longue liste, comment trois langues vont côte à côte.",
        ),
    ),
)
