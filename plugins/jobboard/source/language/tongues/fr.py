"""French."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import BlankForm, Tongue

TONGUE = Tongue(
    months=(
        *("janvier|janv", "février|fevrier|févr", "mars", "avril", "mai", "juin", "juillet|juil", "août|aout"),
        *("septembre", "octobre", "novembre", "décembre|decembre"),
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    articles="le",
    ordinals="er",
    midnight="minuit",
    until="avant|jusqu|au plus tard|date limite|dernier (?:jour|délai)|clôture|(?:reçu|parvenu|arrivé)e?s? après",
    applying=r"candidat\w*|postul\w*|répondez|dossiers?|date limite|lettre de motivation",
    sending="postule[rz]?|envoye[rz]|adresse[rz]|clôture|date limite",
    something_else=(
        r"contrat|convoqu|début|déci[ds]|diplôme|embauche|entretien|épreuve|financé|financement|née?s?\b|pourvoir"
        "|prise de (?:poste|fonction)|projet|question|renseignement|réponse|résultat|retour|sélection"
    ),
    at_work="service|horaires?|travail",
    pay="salaire|rémunération|brut[eo]?s?",
    praised="salaire|rémunération",
    praise="compétiti|attracti|selon",
    unpaid="(?:pas|non) (?:rémunérée?|payée?|indemnisée?)|bénévol\\w*|sans rémunération",
    offices=(
        "candidature|candidatures|communication|direction|drh|emploi|international|personnel|presse|projets|recherche"
        "|recrutement|ressources|rh|service|services|stage|stages"
    ),
    recruiting="candidatures?|contact|emploi|recrutement|rh|secretariat|stages?",
    at="chez",
    at_bracketed="chez",
    at_sign="arobase|arobas|a commercial",
    dot="point",
    account="nom|compte",
    called="est",
    call="tél|téléphones?|mobile|gsm|fax|portable|numéro|appele[rz]|téléphone[rz]|joindre",
    extension="poste",
    digits="zéro|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf",
    counts=("un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    and_to="à|et",
    money="euros?|francs?|cents?|millions?|milliards?",
    units="habitants?|hab|personnes?|citoyens?|membres?",
    references="référence|règlement|vacante|offre|dossier|n°|nº",
    noon="midi",
    through="a|à|au|et|jusqu['\u2019]à",
    before_day="du|de|le|entre",
    before_hour="à|de",
    around_day="à|d'|le",
    more_ordinals="re|ère|e",
    without_end="dès que possible|en continu|ouvert|permanent",
    abbreviations=(
        "arr|art|av|avr|bd|cap|cf|ch|chap|dr|etc|ex|exc|fam|fig|fr|janv|juil|m|mm|mme|mmes|mlle|mons|nb|p|p.ex|par|pp"
        "|pr|prof|réf|rep|sept|ste|suppl|tél|trad|vol"
    ),
    elided="de",
    vowels="aàâäeéèêëiîïoôöuùûü",
    forms={
        "posting": BlankForm(
            "Une phrase pour les listes et les flux.",
            (
                "Ce que fait l’organisation, en deux phrases.",
                *("## Vos missions", "- La première mission.\n- La deuxième mission."),
                *("## Votre profil", "- Ce qui est nécessaire."),
                *("## Ce que nous offrons", "- Ce qui va avec le poste."),
            ),
        ),
        "news": BlankForm(
            "Une ou deux phrases pour les listes et les flux.",
            ("Le premier paragraphe dit ce qui s’est passé, où et quand.",),
        ),
        "event": BlankForm(
            "Une ou deux phrases pour les listes et les flux.",
            ("Ce que l’on y apprendra ou qui l’on y rencontrera, et à qui cela s’adresse.",),
        ),
        "organisation": BlankForm(
            "",
            ("Ce qu’est l’organisation et ce qu’elle fait, en un paragraphe pour le bas d’un communiqué de presse.",),
        ),
        "page": BlankForm(
            "Une phrase pour les moteurs de recherche.", ("Ce que les lecteurs cherchent sur cette page.",)
        ),
    },
)
