"""Spanish."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import BlankForm, Tongue

TONGUE = Tongue(
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre|setiembre", "octubre", "noviembre", "diciembre"),
    ),
    weekdays=("lunes", "martes", "miércoles|miercoles", "jueves", "viernes", "sábado|sabado", "domingo"),
    articles="el",
    of_month="de",
    of_year="de|del",
    midnight="medianoche",
    until="antes|hasta|más tardar|fecha límite|plazo|último día|recibid[oa]s? después",
    applying=r"solicitud\w*|plazo|fecha límite|inscripci\w*|carta de (?:motivación|presentación)",
    sending="enviar|envíe|presentar|postular|plazo|fecha límite",
    something_else=(
        "comienz|consulta|convocad|deci[ds]i|entrevist|incorporaci|inicio|nacid|pregunta|proyecto|prueba|respuesta"
        "|resultado|selección|titulaci"
    ),
    at_work="turnos?|horario|jornada",
    pay="salario|sueldo|retribución|remuneración",
    praised="salario|sueldo|retribución|remuneración",
    praise="competitiv|atractiv|según",
    unpaid="no (?:remunerad[oa]|retribuid[oa])|sin (?:remuneración|sueldo|retribución)|voluntari[oa]",
    offices="candidaturas|centro|contacto|empleo|humanos|personal|prensa|recursos|rrhh|seleccion|secretaria",
    recruiting="candidaturas?|empleo|rrhh|seleccion",
    at_sign="arroba|arrobas",
    dot="punto",
    account="usuario",
    called="es",
    call="teléfonos?|móvil|móviles|llame|llamar|llámenos|llámame",
    extension="anexo",
    digits="cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve",
    counts=("uno|un|una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"),
    and_to="a|y",
    money="euros?|pesos?|millones",
    units="habitantes?|personas?|ciudadanos?|miembros?|vecinos?",
    references="referencia|numero|número|reglamento|oferta|nº",
    noon="mediod[ií]a",
    through="a|al|y|hasta",
    before_day="de|del|el|entre",
    before_hour="a las?|hasta las?",
    around_day="de|del|a|el|las|los",
    without_end="abierto|permanente|sin plazo",
    abbreviations=("art|av|cap|dr|dra|etc|excmo|gob|lic|lt|núm|p.ej|pág|prov|pte|sr|sra|sres|srta|sta|sto|tel"),
    alphabet=(("ñ", "n"),),
    forms={
        "posting": BlankForm(
            "Una frase para las listas y los canales.",
            (
                "Qué hace la organización, en dos frases.",
                *("## Sus funciones", "- La primera tarea.\n- La segunda tarea."),
                *("## Su perfil", "- Lo que se necesita."),
                *("## Qué ofrecemos", "- Lo que acompaña al puesto."),
            ),
        ),
        "news": BlankForm(
            "Una o dos frases para las listas y los canales.",
            ("El primer párrafo dice qué ha pasado, dónde y cuándo.",),
        ),
        "event": BlankForm(
            "Una o dos frases para las listas y los canales.",
            ("Qué se aprenderá o a quién se conocerá allí, y para quién es.",),
        ),
        "organisation": BlankForm(
            "",
            ("Qué es y qué hace la organización, en un párrafo que pueda figurar al pie de una nota de prensa.",),
        ),
        "page": BlankForm("Una frase para los buscadores.", ("Lo que los lectores buscan en esta página.",)),
    },
)
