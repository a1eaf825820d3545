"""What the towns of Europe's networks are called, in the languages they work in, by country.

A town has a line: its English name, which is the French and Spanish one, too, unless another is marked so; then names
behind the codes of the languages that call it so, and other spellings, which nobody is shown. A line that goes on is
indented. Some towns stand here under one name because another one was taken for them: `board/advice/towns.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TOWNS_OF_EUROPE: Mapping[str, str] = MappingProxyType(
    {
        "BE": """
            Brussels | fr it Bruxelles | es Bruselas | nl Brussel | de Brüssel | pt Bruxelas | ca Brussel·les |
                pl Bruksela
            Antwerp | fr Anvers | es Amberes | nl de Antwerpen | it Anversa | pt Antuérpia
            Ghent | fr Gand | es Gante | nl de Gent | it Gand
            Bruges | es Brujas | nl Brugge | de Brügge
            Liège | es Lieja | nl Luik | de Lüttich | it Liegi
            Leuven | fr Louvain | es Lovaina | nl Leuven | de Löwen | it Lovanio
            Mechelen | fr Malines | es Malinas | nl Mechelen
            Kortrijk | fr Courtrai | es Cortrique | nl Kortrijk
            Ostend | fr Ostende | es Ostende | nl Oostende | de Ostende
            Mons | nl Bergen
            Namur | nl Namen
            Tournai | nl Doornik
            Ypres | nl Ieper
            Aalst | fr Alost
            Roeselare | fr Roulers
            Dendermonde | fr Termonde
            Arlon | nl Aarlen | de Arel
            Genk
            Machelen
        """,
        "NL": """
            The Hague | fr La Haye | es La Haya | nl Den Haag | de Den Haag | it L'Aia | pt Haia | 's-Gravenhage
            Amsterdam | es Ámsterdam | pt Amsterdã
            Rotterdam | es Róterdam
            Nijmegen | fr Nimègue | es Nimega | nl Nijmegen | de Nimwegen
            Maastricht
            's-Hertogenbosch | fr Bois-le-Duc | nl 's-Hertogenbosch | Den Bosch
            Leiden | fr Leyde
            Groningen | fr Groningue | es Groninga
            Flushing | fr Flessingue | es Flesinga | nl Vlissingen
            Maasbracht
        """,
        "LU": """
            Luxembourg | es Luxemburgo | nl de Luxemburg | it Lussemburgo | pt Luxemburgo | lb Lëtzebuerg |
                Luxembourg City
            Esch-sur-Alzette | de Esch an der Alzette
        """,
        "FR": """
            Paris | es París | nl Parijs | it Parigi
            Lyon | it Lione | Lyons
            Marseille | es Marsella | it Marsiglia | ca Marsella | Marseilles
            Strasbourg | es Estrasburgo | nl Straatsburg | de Straßburg | it Strasburgo | pt Estrasburgo
            Nice | es Niza | de Nizza | it Nizza
            Lille | nl Rijsel
            Dunkirk | fr Dunkerque | es Dunkerque | nl Duinkerke | de Dünkirchen
            Bordeaux | es Burdeos | ca Bordeus
            Toulouse | ca Tolosa
            Perpignan | es Perpiñán | ca Perpinyà
            Montpellier | ca Montpeller
            Avignon | es Aviñón | it Avignone
            Orléans | es Orleans
            Dijon | it Digione
            Bayonne | es Bayona | eu Baiona
            Mulhouse | de Mülhausen
            Metz
            Nancy
            Nantes | br Naoned
            Rennes | br Roazhon
            Vannes | br Gwened
            Brest
            Reims | Rheims
            Grenoble
            Besançon | es Besanzón
            Clermont-Ferrand
            Saint-Étienne | St-Étienne
            Le Havre | es El Havre
            Colmar | de Colmar | Kolmar
            Vanves
            Toulouges
        """,
        "DE": """
            Berlin | es Berlín | it Berlino | nl Berlijn | pt Berlim
            Munich | es Múnich | de München | nl München | it Monaco di Baviera | pt Munique | Muenchen
            Cologne | es Colonia | de Köln | nl Keulen | it Colonia | pt Colónia | Koeln
            Hamburg | fr Hambourg | es Hamburgo | it Amburgo | pt Hamburgo
            Frankfurt | fr Francfort | es Fráncfort | de Frankfurt am Main | it Francoforte | Frankfurt a. M. |
                Frankfurt/Main | Francfort-sur-le-Main | Fráncfort del Meno
            Frankfurt (Oder) | fr Francfort-sur-l'Oder | es Fráncfort del Óder | de Frankfurt (Oder) |
                Frankfurt an der Oder
            Aachen | fr Aix-la-Chapelle | es Aquisgrán | nl Aken | it Aquisgrana
            Trier | fr Trèves | es Tréveris | it Treviri
            Mainz | fr Mayence | es Maguncia | it Magonza
            Nuremberg | es Núremberg | de Nürnberg | it Norimberga
            Hanover | fr Hanovre | es Hannover | de Hannover
            Bremen | fr Brême | it Brema
            Brunswick | de Braunschweig
            Düsseldorf | Duesseldorf
            Stuttgart | it Stoccarda
            Dresden | fr Dresde | es Dresde | it Dresda
            Leipzig | it Lipsia
            Regensburg | fr Ratisbonne | es Ratisbona | it Ratisbona
            Freiburg | fr Fribourg-en-Brisgau | es Friburgo de Brisgovia | de Freiburg im Breisgau |
                it Friburgo in Brisgovia
            Heidelberg
            Karlsruhe
            Saarbrücken | fr Sarrebruck
            Constance | es Constanza | de Konstanz | it Costanza
            Speyer | fr Spire | es Espira
            Worms
            Koblenz | fr Coblence | es Coblenza | Coblenz
            Lübeck
            Göttingen | es Gotinga
            Potsdam
            Göppingen
            Homburg
            Homberg
            Friedberg
            Freiberg
            Freyburg
            Ravensburg
            Harburg
        """,
        "AT": """
            Vienna | fr Vienne | es Viena | de Wien | nl Wenen | it Vienna | pt Viena | hu Bécs
            Salzburg | fr Salzbourg | es Salzburgo | it Salisburgo
            Graz
            Linz
            Innsbruck
            Klagenfurt | de Klagenfurt am Wörthersee
        """,
        "CH": """
            Geneva | fr Genève | es Ginebra | de Genf | it Ginevra | nl Genève | pt Genebra | ca Ginebra
            Zurich | es Zúrich | de Zürich | it Zurigo | pt Zurique | ca Zúric | Zuerich
            Basel | fr Bâle | es Basilea | de Basel | it Basilea | Basle
            Bern | fr Berne | es Berna | de Bern | it Berna
            Lausanne | es Lausana | it Losanna
            Lucerne | es Lucerna | de Luzern | it Lucerna
            Fribourg | es Friburgo | de Freiburg | it Friburgo | Freiburg im Üechtland
            Neuchâtel | de Neuenburg
            Sion | de Sitten
            Biel | fr Bienne | de Biel/Bienne
            St. Gallen | fr Saint-Gall | es San Galo | de St. Gallen | it San Gallo | Sankt Gallen
            Winterthur | fr Winterthour
            Bellinzona | fr Bellinzone
            Chur | fr Coire | es Coira | it Coira
            Bernex
        """,
        "GB": """
            London | fr Londres | es Londres | nl Londen | it Londra | pt Londres | ca Londres | el Λονδίνο
            Edinburgh | fr Édimbourg | es Edimburgo | it Edimburgo
            Cardiff | cy Caerdydd
            Swansea | cy Abertawe
            Newport | cy Casnewydd
            Canterbury | fr Cantorbéry
            Dover | fr Douvres
            Derry | ga Doire | Londonderry
            Belfast | ga Béal Feirste
            Glasgow
            Manchester
            Birmingham
            Billingham
        """,
        "IE": """
            Dublin | es Dublín | it Dublino | ga Baile Átha Cliath
            Cork | ga Corcaigh
            Galway | ga Gaillimh
            Limerick | ga Luimneach
        """,
        "ES": """
            Madrid | pt Madri
            Barcelona | fr Barcelone | it Barcellona
            Seville | fr Séville | es Sevilla | it Siviglia | de Sevilla
            Zaragoza | fr Saragosse | ca Saragossa | it Saragozza | de Saragossa
            Valencia | fr Valence | ca València | de Valencia
            Alicante | ca Alacant
            Castellón de la Plana | ca Castelló de la Plana | Castellón | Castelló
            Girona | fr Gérone | es Gerona | ca Girona
            Lleida | fr Lérida | es Lérida | ca Lleida
            Tarragona | fr Tarragone
            Córdoba | fr Cordoue | Cordova
            Granada | fr Grenade
            Málaga | fr Malaga
            Cádiz | fr Cadix | Cadiz
            Toledo | fr Tolède
            Salamanca | fr Salamanque
            Burgos
            León
            Pamplona | fr Pampelune | eu Iruña
            San Sebastián | fr Saint-Sébastien | eu Donostia | Donostia-San Sebastián
            Bilbao | eu Bilbo
            Vitoria-Gasteiz | eu Gasteiz | Vitoria
            A Coruña | fr La Corogne | es La Coruña | gl A Coruña | Corunna
            Santiago de Compostela | fr Saint-Jacques-de-Compostelle
            Ourense | es Orense | gl Ourense
            Gijón | ast Xixón
            Oviedo
            Palma | fr Palma de Majorque | ca Palma | Palma de Mallorca
            Ibiza | ca Eivissa
            Sabadell
            Terrassa | es Tarrasa | ca Terrassa
            Murcia | fr Murcie
            Gerena
        """,
        "PT": """
            Lisbon | fr Lisbonne | es Lisboa | pt Lisboa | de Lissabon | nl Lissabon | it Lisbona
            Porto | es Oporto | pt Porto | it Porto
            Coimbra | es Coímbra
            Braga
            Évora
            Faro
        """,
        "IT": """
            Rome | es Roma | it Roma | de Rom | pt Roma | ca Roma
            Milan | es Milán | it Milano | de Mailand | nl Milaan | pt Milão
            Turin | es Turín | it Torino | pt Turim
            Florence | es Florencia | it Firenze | de Florenz | pt Florença
            Venice | fr Venise | es Venecia | it Venezia | de Venedig | nl Venetië | pt Veneza
            Naples | es Nápoles | it Napoli | de Neapel | pt Nápoles
            Genoa | fr Gênes | es Génova | it Genova | de Genua | nl Genua
            Bologna | fr Bologne | es Bolonia | it Bologna | pt Bolonha
            Palermo | fr Palerme
            Verona | fr Vérone
            Padua | fr Padoue | it Padova
            Mantua | fr Mantoue | it Mantova
            Trieste | de Triest
            Bolzano | it Bolzano | de Bozen
            Trento | fr Trente | it Trento | de Trient
            Merano | it Merano | de Meran
            Brixen | fr Bressanone | es Bresanona | it Bressanone | de Brixen
            Pisa | fr Pise
            Siena | fr Sienne
            Syracuse | es Siracusa | it Siracusa
            Cremona | fr Crémone
            Parma | fr Parme
            Ravenna | fr Ravenne | es Rávena
            Modena | fr Modène | es Módena
            Ferrara | fr Ferrare
            Perugia | fr Pérouse
            Ancona | fr Ancône
            Bari
            Lecce
            Livorno | fr Livourne | Leghorn
            Aosta | fr Aoste
            Murano
        """,
        "MT": """
            Valletta | fr La Valette | es La Valeta | it La Valletta | mt Il-Belt Valletta
        """,
        "GR": """
            Athens | fr Athènes | es Atenas | el Αθήνα | de Athen | nl Athene | it Atene | pt Atenas | ca Atenes |
                Athina | Athinai
            Thessaloniki | fr Thessalonique | es Tesalónica | el Θεσσαλονίκη | it Salonicco | Salonica |
                Thessalonica | Saloniki
            Piraeus | fr Le Pirée | es El Pireo | el Πειραιάς | it Pireo
            Patras | el Πάτρα | Patra
            Heraklion | fr Héraklion | es Heraclión | el Ηράκλειο | Iraklio | Iraklion | Irakleio | Irakleion
            Corfu | fr Corfou | es Corfú | el Κέρκυρα | it Corfù
            Rhodes | es Rodas | el Ρόδος | it Rodi
        """,
        "CY": """
            Nicosia | fr Nicosie | el Λευκωσία | tr Lefkoşa | de Nikosia | Lefkosia
            Limassol | el Λεμεσός | Lemesos
            Larnaca | es Lárnaca | el Λάρνακα | Larnaka
        """,
        "TR": """
            Istanbul | es Estambul | tr İstanbul | it Istanbul | pt Istambul | nl Istanboel
            Ankara
            Izmir | es Esmirna | tr İzmir | it Smirne | Smyrna
            Gaziantep
            Diyarbakır
        """,
        "DK": """
            Copenhagen | fr Copenhague | es Copenhague | da København | de Kopenhagen | nl Kopenhagen |
                it Copenaghen | sv Köpenhamn | ca Copenhaguen
            Aarhus | Århus
            Aalborg | Ålborg
            Odense
        """,
        "SE": """
            Stockholm | es Estocolmo | it Stoccolma | pt Estocolmo | fi Tukholma | ca Estocolm
            Gothenburg | fr Göteborg | es Gotemburgo | sv Göteborg | de Göteborg
            Malmö
            Uppsala | es Upsala
            Lund
        """,
        "NO": """
            Oslo
            Bergen
            Trondheim
            Stavanger
            Tromsø
        """,
        "FI": """
            Helsinki | fi Helsinki | sv Helsingfors | pt Helsinque
            Turku | fi Turku | sv Åbo
            Tampere | fi Tampere | sv Tammerfors
            Espoo | fi Espoo | sv Esbo
            Vantaa | fi Vantaa | sv Vanda
            Oulu | fi Oulu | sv Uleåborg
            Vaasa | fi Vaasa | sv Vasa
            Porvoo | fi Porvoo | sv Borgå
            Pori | fi Pori | sv Björneborg
        """,
        "IS": """
            Reykjavík | fr Reykjavik | es Reikiavik | is Reykjavík
        """,
        "EE": """
            Tallinn | es Tallin
            Tartu
        """,
        "LV": """
            Riga | lv Rīga
            Daugavpils
        """,
        "LT": """
            Vilnius | lt Vilnius | pl Wilno | es Vilna
            Kaunas
            Klaipėda
        """,
        "PL": """
            Warsaw | fr Varsovie | es Varsovia | pl Warszawa | de Warschau | nl Warschau | it Varsavia | pt Varsóvia
            Kraków | fr Cracovie | es Cracovia | pl Kraków | de Krakau | it Cracovia | Cracow
            Gdańsk | es Gdansk | de Danzig | it Danzica
            Wrocław | de Breslau | it Breslavia
            Poznań | de Posen
            Łódź
            Szczecin | de Stettin
            Katowice | de Kattowitz
            Lublin
            Toruń
            Szczecinek
        """,
        "CZ": """
            Prague | es Praga | cs Praha | de Prag | nl Praag | it Praga | pt Praga
            Brno | de Brünn
            Plzeň | es Pilsen | de Pilsen
            Ostrava
        """,
        "SK": """
            Bratislava | de Pressburg | hu Pozsony | Preßburg
            Košice | de Kaschau | hu Kassa
        """,
        "HU": """
            Budapest | nl Boedapest | pt Budapeste
            Pécs | de Fünfkirchen
            Győr | de Raab
            Szeged
        """,
        "RO": """
            Bucharest | fr Bucarest | es Bucarest | ro București | de Bukarest | it Bucarest | pt Bucareste |
                nl Boekarest
            Cluj-Napoca | de Klausenburg | hu Kolozsvár | Cluj
            Timișoara | fr Timisoara | es Timisoara | de Temeswar | hu Temesvár
            Iași | es Iasi | de Jassy
            Sibiu | de Hermannstadt | hu Nagyszeben
            Brașov | de Kronstadt | hu Brassó
            Constanța | es Constanza
        """,
        "BG": """
            Sofia | es Sofía | bg София
            Plovdiv | bg Пловдив
            Varna | bg Варна
            Burgas | fr Bourgas | bg Бургас
            Ruse | fr Roussé | bg Русе | Rousse
        """,
        "SI": """
            Ljubljana | es Liubliana | de Laibach | it Lubiana
            Maribor | de Marburg an der Drau
            Koper | it Capodistria
        """,
        "HR": """
            Zagreb | de Agram | it Zagabria
            Rijeka | it Fiume
            Split | it Spalato
            Dubrovnik | it Ragusa
            Pula | it Pola
            Zadar | it Zara
        """,
        "BA": """
            Sarajevo | bs Sarajevo | sr Сарајево
            Banja Luka | sr Бања Лука
            Mostar
            Tuzla
        """,
        "RS": """
            Belgrade | es Belgrado | sr Београд | de Belgrad | it Belgrado | hr Beograd
            Novi Sad | sr Нови Сад | hu Újvidék
            Niš | sr Ниш
            Subotica | sr Суботица | hu Szabadka
        """,
        "XK": """
            Pristina | sq Prishtina | sr Приштина | Prishtinë | Priština
            Prizren | sq Prizreni
            Peja | sq Peja | sr Пећ | Peć
        """,
        "MK": """
            Skopje | es Skopie | mk Скопје | sq Shkup
            Bitola | mk Битола
            Ohrid | mk Охрид
        """,
        "AL": """
            Tirana | sq Tiranë
            Durrës | it Durazzo
            Shkodër | it Scutari | Shkodra
            Vlorë | it Valona | Vlora
        """,
        "ME": """
            Podgorica | sr Подгорица
            Kotor | it Cattaro
        """,
        "MD": """
            Chișinău | es Chisináu | ro Chișinău | ru Кишинёв | Kishinev
            Bălți | ru Бельцы
        """,
        "UA": """
            Kyiv | es Kiev | uk Київ | ru Киев | de Kiew | it Kiev | Kyïv
            Lviv | es Leópolis | uk Львів | ru Львов | pl Lwów | de Lwiw | it Leopoli | Lvov | Lemberg
            Odesa | uk Одеса | ru Одесса | Odessa
            Kharkiv | es Járkov | uk Харків | ru Харьков | de Charkiw | Kharkov
            Dnipro | uk Дніпро | ru Днепр
            Mykolaiv | fr Mykolaïv | uk Миколаїв | ru Николаев | Mykolayiv
            Chernivtsi | fr Tchernivtsi | uk Чернівці | ro Cernăuți | de Czernowitz
            Uzhhorod | fr Oujhorod | es Úzhgorod | uk Ужгород | hu Ungvár
            Zhytomyr | fr Jytomyr | es Zhitómir | uk Житомир
            Vinnytsia | uk Вінниця | Vinnytsya
            Mykolaivka
        """,
        "BY": """
            Minsk | be Мінск | ru Минск
        """,
        "GE": """
            Tbilisi | fr Tbilissi | es Tiflis | ka თბილისი | de Tiflis
            Batumi | fr Batoumi | ka ბათუმი
            Kutaisi | fr Koutaïssi | ka ქუთაისი
        """,
        "AM": """
            Yerevan | fr Erevan | es Ereván | hy Երևան | de Jerewan | nl Jerevan | Eriwan
            Gyumri | hy Գյումրի
        """,
        "AZ": """
            Baku | fr Bakou | es Bakú | az Bakı | it Baku | nl Bakoe
        """,
        "RU": """
            Moscow | fr Moscou | es Moscú | ru Москва | de Moskau | it Mosca | nl Moskou
            Saint Petersburg | fr Saint-Pétersbourg | es San Petersburgo | ru Санкт-Петербург | St Petersburg |
                St. Petersburg
            Kazan | es Kazán | ru Казань
        """,
    }
)
