"""The words of a new board in each language of the pages: its names, its organisation and its first posting."""

from __future__ import annotations

from msgspec import Struct


class Texts(Struct, frozen=True):
    """What a board says before anybody has written anything. Nothing here is a word of the forms that `new` writes."""

    name: str
    organisation: str
    description: str
    """With `{organisation}` in it."""
    about: str
    title: str
    summary: str
    city: str
    body: str


TEXTS: dict[str, Texts] = {
    "en": Texts(
        name="Our job board",
        organisation="Sample Organisation",
        description="Jobs and news of {organisation}.",
        about="This text introduces the organisation on its page and below its press releases. Write your own here.",
        title="Project officer (sample)",
        summary="A posting to see how the board looks; it is replaced by your first one.",
        city="Brussels",
        body="""\
This posting came with the board, so that there is something to look at. The work does not exist, and its address for
applications reaches nobody. Put a posting of your own in its place, or delete the file.

## What you will do

- Prepare a programme with members in three countries, and see it through.
- Keep its budget and its calendar, and write about it in plain words.

## What you bring

- You have run projects, small or large, at work or as a volunteer.
- You like to finish what was begun.

## What we offer

Thirty days of leave, two days a week from home, and colleagues who help each other.
""",
    ),
    "fr": Texts(
        name="Nos offres d’emploi",
        organisation="Organisation Exemple",
        description="Emplois et actualités de {organisation}.",
        about="Ce texte présente l’organisation sur sa page et au bas de ses communiqués. Écrivez le vôtre ici.",
        title="Chargé·e de projet (exemple)",
        summary="Une annonce pour voir le site ; la première des vôtres la remplacera.",
        city="Bruxelles",
        body="""\
Cette annonce est livrée avec le site, pour qu’il y ait quelque chose à voir. Le poste n’existe pas, et l’adresse de
candidature n’atteint personne. Remplacez-la par une annonce à vous, ou supprimez le fichier.

## Vos missions

- Préparer un programme avec des membres de trois pays, et le mener à bien.
- Tenir son budget et son calendrier, et en parler avec des mots simples.

## Votre profil

- Vous avez conduit des projets, petits ou grands, au travail ou comme bénévole.
- Vous aimez finir ce qui est commencé.

## Ce que nous offrons

Trente jours de congé, deux jours par semaine à domicile, et des collègues qui s’entraident.
""",
    ),
    "es": Texts(
        name="Nuestras ofertas de empleo",
        organisation="Organización de Ejemplo",
        description="Empleos y noticias de {organisation}.",
        about="Este texto presenta la organización en su página y al pie de sus notas de prensa. Escriba aquí el suyo.",
        title="Responsable de proyectos (ejemplo)",
        summary="Una oferta para ver el sitio; la primera de las suyas ocupará su lugar.",
        city="Bruselas",
        body="""\
Esta oferta viene con el sitio, para que haya algo que ver. El puesto no existe, y la dirección para presentarse no
llega a nadie. Ponga en su lugar una oferta suya, o borre el archivo.

## Sus funciones

- Preparar un programa con miembros de tres países y llevarlo a buen fin.
- Llevar su presupuesto y su calendario, y contarlo con palabras sencillas.

## Su perfil

- Ha dirigido proyectos, pequeños o grandes, en el trabajo o como voluntario.
- Le gusta terminar lo que se empieza.

## Qué ofrecemos

Treinta días de vacaciones, dos días a la semana desde casa y compañeros que se ayudan.
""",
    ),
}
