"""The demo's words in Spanish."""

from __future__ import annotations

from bench.demo.texts import Field, Role, Story, Texts

SPANISH = Texts(
    sample_posting="Esto es un ejemplo: ni esta organización ni este puesto existen.",
    sample_news="Esto es un ejemplo: nadie de este nombre existe, y nada de esto ha ocurrido.",
    sample_event="Esto es un ejemplo: no se celebrará, y la inscripción no llega a nadie.",
    about="**{name} no existe.** Esta organización se inventó para un sitio de ejemplo; sus direcciones terminan en "
    "`.example`. Si existiera, ayudaría a sus miembros a trabajar a través de las fronteras.",
    doing="Sus funciones",
    bringing="Su perfil",
    offering="Qué ofrecemos",
    choosing="Cómo elegimos",
    roles={
        "policy": Role(
            "Técnico/a de políticas públicas",
            (
                "Seguir lo que se decide en las capitales y decir en dos páginas qué significa para una ciudad.",
                "Preparar posiciones con miembros que al principio rara vez coinciden.",
                "Responder a las alcaldías antes de que pregunte la prensa.",
            ),
            ("Sentido de lo esencial en un documento largo.", "Una escritura que se lee hasta el final."),
        ),
        "project": Role(
            "Responsable de proyectos",
            (
                "Llevar un proyecto de seis socios de la primera reunión al último informe.",
                "Cuidar su calendario, su presupuesto y su buen ánimo.",
                "Convertir lo aprendido en algo que sirva a otros.",
            ),
            ("Proyectos terminados, y uno que le enseñó algo.", "Calma cuando cambian los planes."),
        ),
        "data": Role(
            "Analista de datos",
            (
                "Reunir cifras de ciudades que cuentan de otra manera y hacerlas comparables.",
                "Dibujar gráficos que se lean sin leyenda.",
                "Publicar los datos junto con sus defectos.",
            ),
            ("Práctica con un lenguaje de estadística.", "Desconfianza hacia las medias."),
        ),
        "communication": Role(
            "Técnico/a de comunicación",
            (
                "Escribir noticias, retratos y la carta mensual a los miembros.",
                "Cuidar el sitio, sus imágenes y sus descripciones.",
                "Ayudar a los colegas a decir en cinco palabras lo que decían en cincuenta.",
            ),
            ("Textos suyos que podamos leer.", "Paciencia con quien no escribe."),
        ),
        "finance": Role(
            "Responsable de finanzas",
            (
                "Llevar las cuentas de cuatro proyectos y cerrarlas cada mes.",
                "Revisar los gastos y explicar con amabilidad lo que falta.",
                "Preparar la auditoría para que dure un día.",
            ),
            ("Formación o práctica en contabilidad.", "Ojo para la cifra que no encaja."),
        ),
        "events": Role(
            "Coordinador/a de actos",
            (
                "Preparar reuniones de veinte personas y congresos de cuatrocientas.",
                "Encontrar salas en las que todos puedan entrar y comida que todos puedan comer.",
                "Marcharse al final y anotar qué mejorar.",
            ),
            ("Actos que haya organizado, de cualquier tamaño.", "Una voz que calma por teléfono."),
        ),
        "research": Role(
            "Investigador/a",
            (
                "Plantear una pregunta que tienen las ciudades y responderla en un año.",
                "Entrevistar a cuarenta personas que hacen el trabajo.",
                "Presentar el resultado a quienes deciden.",
            ),
            ("Un título en ciencias sociales, o trabajos que lo valgan.", "Curiosidad por el trabajo real."),
        ),
        "legal": Role(
            "Asesor/a jurídico/a",
            (
                "Leer contratos y convenios antes de que se firmen.",
                "Asesorar a los miembros en contratación y protección de datos.",
                "Llevar un registro en el que otros se orienten.",
            ),
            ("Un título de derecho de un país de Europa.", "Consejos que terminan en qué hacer."),
        ),
        "trainee": Role(
            "Persona en prácticas",
            (
                "Pasar seis meses en dos departamentos, con alguien que tiene tiempo para usted.",
                "Tomar notas en reuniones y, al cabo de un tiempo, dirigir una.",
                "Terminar un pequeño proyecto que lleve su nombre.",
            ),
            ("Estudios empezados o acabados.", "Preguntas."),
        ),
        "secondment": Role(
            "Experto/a en comisión de servicio",
            (
                "Llevar lo que sabe su administración a las que empiezan.",
                "Visitar cinco ciudades y dejar a cada una un plan para un año.",
                "Volver con una red de colegas.",
            ),
            ("Un puesto en una administración local o regional.", "El acuerdo de su empleador."),
        ),
        "mentor": Role(
            "Mentor/a",
            (
                "Reunirse una vez al mes con una persona joven de otro país.",
                "Escuchar más que hablar.",
                "Escribir media página al final.",
            ),
            ("Diez años de trabajo en una ciudad o región.", "Dos horas al mes."),
        ),
        "reviewer": Role(
            "Evaluador/a entre pares",
            (
                "Leer el plan de una ciudad que no conoce.",
                "Pasar allí tres días con otros dos evaluadores.",
                "Escribir con ellos qué harían después.",
            ),
            ("Experiencia con planes que se cumplieron.", "El arte de elogiar y de criticar."),
        ),
    },
    fields={
        "mobility": Field(
            "movilidad urbana",
            "El equipo asesora a cuarenta ciudades sobre autobuses, bicicletas y el espacio entre las casas.",
            "La mitad de los trayectos de una ciudad son más cortos de lo que parecen.",
        ),
        "climate": Field(
            "planes climáticos",
            "El equipo ayuda a las ciudades a escribir planes que sobreviven a unas elecciones.",
            "Un plan vale lo que se hace en su segundo año.",
        ),
        "culture": Field(
            "cultura y patrimonio",
            "El equipo trabaja con teatros, bibliotecas y quienes cuidan viejos muros.",
            "Un festival dura una semana; el trabajo está en lo que deja.",
        ),
        "finance": Field(
            "finanzas locales",
            "El equipo compara lo que las ciudades ingresan y gastan, y lo explica a quien vive en ellas.",
            "Un presupuesto que nadie entiende no es de nadie.",
        ),
        "digital": Field(
            "servicios digitales",
            "El equipo crea servicios con pequeñas ciudades que no tienen departamento para ello.",
            "El mejor formulario es el que nadie tiene que rellenar.",
        ),
        "migration": Field(
            "migración e integración",
            "El equipo reúne a quienes acogen, en oficinas y en asociaciones.",
            "Se llega a un país y se vive en una calle.",
        ),
        "twinning": Field(
            "hermanamientos",
            "El equipo cuida doscientas alianzas, algunas mayores que todos nosotros.",
            "Un hermanamiento es una costumbre, no un cartel a la entrada.",
        ),
        "democracy": Field(
            "democracia local",
            "El equipo apoya a los ayuntamientos que dejan decidir sobre algo más que bancos.",
            "Quien fue preguntado espera saber qué fue de ello.",
        ),
        "learning": Field(
            "formación y mentoría",
            "El equipo forma a ochocientos colegas al año.",
            "Nadie aprende una ciudad de memoria; pero se aprende a preguntar.",
        ),
        "communication": Field(
            "información pública",
            "El equipo ayuda a las ciudades a decir las cosas de modo que se entiendan.",
            "Las palabras sencillas son un servicio como otro.",
        ),
    },
    offers=(
        "Dos días a la semana desde casa, si lo desea.",
        "Un abono de transporte para toda la región.",
        "Treinta días de vacaciones.",
        "Clases de idiomas en horas de trabajo.",
        "Un plan de pensiones a cargo del empleador.",
        "Alguien que le acompaña durante tres meses.",
        "Horario flexible desde el primer día.",
    ),
    process=(
        "Dos de nosotros leemos cada candidatura, sin nombres.",
        "Invitamos a cinco personas a una entrevista de una hora.",
        "Conocerá al equipo antes de decidirse.",
        "Todos reciben respuesta, y razones si las piden.",
    ),
    benefits=("cheques de comida", "abono de transporte", "treinta días de vacaciones", "clases de idiomas"),
    experience=("2 años", "5 años", "ninguna", "3 años en un organismo público"),
    education=("un grado, o lo aprendido sin él", "un máster", "formación profesional"),
    hours=("37,5 a la semana", "de 20 a 30 a la semana", "cuatro días a la semana", "35 a la semana"),
    starts=("lo antes posible", "en primavera", "a convenir"),
    durations=("un año", "dos años", "18 meses", "hasta el final del proyecto"),
    documents=("CV", "carta de motivación", "dos referencias", "un texto suyo"),
    skills=("escribir con claridad", "hojas de cálculo", "moderar una reunión", "mapas y cifras"),
    travel=("hasta un 10 %", "dos o tres días al mes", "una vez al año, en tren"),
    several="varias",
    team="El equipo al que se incorporaría (ejemplo)",
    gross="Bruto, según la experiencia",
    unpaid="Se pagan viajes y comidas",
    interviews=("Entrevistas", "unas dos semanas después del último día de plazo"),
    filled="Hemos encontrado a alguien. Gracias por su interés.",
    withdrawn="El proyecto se ha aplazado.",
    equal="Queremos colegas tan diversos como las ciudades. Díganos qué necesita para participar.",
    profile="Perfil completo del puesto (ejemplo)",
    picture="Un dibujo de casas con ventanas iluminadas bajo un cielo pálido",
    press_office="Gabinete de prensa (ejemplo)",
    news={
        "desk": Story(
            "Una ventanilla para ciudades: {field}",
            "Los miembros preguntan en un solo lugar y reciben respuesta en dos días.",
            (
                "Hay ya una dirección para todas las preguntas. Responden tres personas.",
                "En la primera semana escribieron cuarenta ciudades. Casi todas querían saber qué hacen sus vecinas.",
            ),
        ),
        "study": Story(
            "Lo que dicen doscientas ciudades: {field}",
            "Un nuevo estudio compara planes, medios y equipos, y dice lo que falta.",
            (
                "Doscientas ciudades respondieron a sesenta preguntas. Llenan un libro; basta la primera página.",
                "Las ciudades con mejor resultado tenían algo en común: alguien sin otra tarea que esa.",
            ),
        ),
        "prize": Story(
            "Premio para una pequeña ciudad: {field}",
            "Un jurado de vecinos eligió la más pequeña de nueve candidatas.",
            (
                "El jurado se reunió en una escuela. Había leído nueve propuestas y eligió la de menor presupuesto.",
                "La ciudad invitará con el premio a las que quedaron segundas.",
            ),
        ),
        "joint": Story(
            "Dos redes inician un programa común: {field}",
            "Comparten una oficina, un calendario y tres puestos.",
            (
                "Las dos redes trabajaban una al lado de la otra. Ahora comparten lo que cada una hacía sola.",
                "El programa empieza con visitas: cada ciudad recibe un huésped y envía otro.",
            ),
        ),
        "opinion": Story(
            "Preguntar antes en la ventanilla: {field}",
            "Por qué los buenos planes empiezan con quienes deben cumplirlos.",
            (
                "Todo plan tiene un autor y alguien que debe cumplirlo un lunes. Deberían verse antes de imprimirlo.",
                "Cuesta una tarde. Ahorra un año.",
            ),
        ),
    },
    events={
        "training": Story(
            "Dos días de práctica: {field}",
            "Un curso para quienes empiezan, con quienes empezaron el año pasado.",
            ("Trae un caso propio y se lleva un primer paso.", "Ninguna ponencia pasa de diez minutos."),
        ),
        "webinar": Story(
            "Una hora a mediodía: {field}",
            "Una ciudad muestra lo que hizo y responde a preguntas.",
            ("Veinte minutos de relato, cuarenta de preguntas.", "Se graba para quienes están comiendo."),
        ),
        "conference": Story(
            "Congreso anual: {field}",
            "Cuatrocientas personas, sesenta ciudades y tiempo para hablar.",
            ("El programa deja libre una hora de cada dos.", "Quien quiera una sala para su tema la tendrá."),
        ),
        "exchange": Story(
            "Tres días con colegas: {field}",
            "Se sienta al lado de alguien que hace su trabajo en otro lugar.",
            ("Cada invitado tiene un anfitrión.", "La última tarde cada uno dice qué probará en casa."),
        ),
    },
    quotes=(
        "Teníamos las respuestas; nadie nos había hecho la pregunta.",
        "Un pueblo de dos mil tiene los deberes de una ciudad de dos millones, y una sola fotocopiadora.",
        "Lo que compartimos no hay que inventarlo.",
        "Vine por un día y me quedé por el trabajo.",
    ),
    offices=("Alcaldesa", "Secretaria general", "Jefa de programas", "Presidenta"),
    correction="Una versión anterior hablaba de cien ciudades. Son doscientas.",
    film="Una película de tres minutos (ejemplo)",
    monthly="cada primer jueves del mes",
    page=Story(
        "Acerca de este sitio de ejemplo",
        "Doce organizaciones inventadas muestran lo que puede un sitio así.",
        (
            "Nada de esto es real: ni las organizaciones ni sus ofertas. Las direcciones terminan en `.example`.",
            "Está para mirarlo: cómo se lee una lista llena, qué dice una oferta cerrada y cómo conviven tres idiomas.",
        ),
    ),
)
