"""What towns elsewhere are called that Europe's networks work with, written as in `towns_of_europe.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TOWNS_ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "MA": """
            Rabat | ar الرباط
            Casablanca | ar الدار البيضاء
            Marrakesh | fr Marrakech | es Marrakech | ar مراكش
            Fez | fr Fès | ar فاس | Fes
            Tangier | fr Tanger | es Tánger | ar طنجة | Tangiers
            Tétouan | es Tetuán | ar تطوان | Tetouan
            Agadir | ar أكادير
            Meknes | fr Meknès | es Mequinez | ar مكناس
        """,
        "DZ": """
            Algiers | fr Alger | es Argel | ar الجزائر | it Algeri | de Algier
            Oran | es Orán | ar وهران
            Constantine | es Constantina | ar قسنطينة
        """,
        "TN": """
            Tunis | es Túnez | ar تونس | it Tunisi
            Sfax | ar صفاقس
            Sousse | es Susa | ar سوسة
        """,
        "LY": """
            Tripoli | es Trípoli | ar طرابلس | de Tripolis
        """,
        "EG": """
            Cairo | fr Le Caire | es El Cairo | ar القاهرة | de Kairo | it Il Cairo
            Alexandria | fr Alexandrie | es Alejandría | ar الإسكندرية | it Alessandria d'Egitto
        """,
        "LB": """
            Beirut | fr Beyrouth | ar بيروت | nl Beiroet | pt Beirute
            Tripoli | es Trípoli | ar طرابلس
        """,
        "JO": """
            Amman | es Amán | ar عمان | pt Amã
        """,
        "SY": """
            Damascus | fr Damas | es Damasco | ar دمشق | de Damaskus | ca Damasc
            Aleppo | fr Alep | es Alepo | ar حلب
        """,
        "IQ": """
            Baghdad | fr Bagdad | es Bagdad | ar بغداد | pt Bagdá
            Erbil | ar أربيل
        """,
        "PS": """
            Ramallah | es Ramala | ar رام الله
            Gaza | ar غزة | Gaza City
            Bethlehem | fr Bethléem | es Belén | ar بيت لحم
            Nablus | fr Naplouse | ar نابلس
            Hebron | fr Hébron | es Hebrón | ar الخليل
        """,
        "IL": """
            Jerusalem | fr Jérusalem | es Jerusalén | he ירושלים | ar القدس | it Gerusalemme | nl Jeruzalem
            Tel Aviv | he תל אביב | ar تل أبيب | Tel Aviv-Yafo | Tel Aviv-Jaffa
            Haifa | fr Haïfa | he חיפה | ar حيفا
        """,
        "SA": """
            Riyadh | fr Riyad | es Riad | ar الرياض | pt Riade
            Jeddah | fr Djeddah | es Yeda | ar جدة
        """,
        "AE": """
            Dubai | fr Dubaï | es Dubái | ar دبي
            Abu Dhabi | fr Abou Dabi | es Abu Dabi | ar أبو ظبي
        """,
        "SN": """
            Dakar
            Saint-Louis | es San Luis
        """,
        "CM": """
            Yaoundé | es Yaundé
            Douala | es Duala
        """,
        "ET": """
            Addis Ababa | fr Addis-Abeba | es Adís Abeba
        """,
        "KE": """
            Nairobi
            Mombasa
        """,
        "ZA": """
            Cape Town | fr Le Cap | es Ciudad del Cabo | de Kapstadt | nl Kaapstad | af Kaapstad
            Johannesburg | es Johannesburgo | pt Joanesburgo
            Pretoria | Tshwane
            Durban | eThekwini
        """,
        "MZ": """
            Maputo
        """,
        "GH": """
            Accra | es Acra
        """,
        "NG": """
            Abuja | es Abuya
            Lagos
        """,
        "BF": """
            Ouagadougou | es Uagadugú
        """,
        "TD": """
            N'Djamena | fr N'Djaména | es Yamena
        """,
        "CA": """
            Montreal | fr Montréal
            Quebec City | fr Québec | es Quebec | Ville de Québec | Ciudad de Quebec
            Ottawa
            Toronto
            Vancouver
        """,
        "US": """
            New York | es Nueva York | pt Nova Iorque | ca Nova York | New York City
            Washington | Washington, D.C. | Washington DC
            Philadelphia | fr Philadelphie | es Filadelfia
            New Orleans | fr La Nouvelle-Orléans | es Nueva Orleans
            San Francisco
            Los Angeles | es Los Ángeles
            Warrington
            Warrenton
        """,
        "MX": """
            Mexico City | fr Mexico | es Ciudad de México | de Mexiko-Stadt | it Città del Messico | nl Mexico-Stad |
                pt Cidade do México | ca Ciutat de Mèxic | CDMX | México D.F.
            Guadalajara
            Monterrey
        """,
        "GT": """
            Guatemala City | fr Guatemala | es Ciudad de Guatemala
        """,
        "PA": """
            Panama City | fr Panama | es Ciudad de Panamá
        """,
        "CU": """
            Havana | fr La Havane | es La Habana | it L'Avana | de Havanna
        """,
        "DO": """
            Santo Domingo | fr Saint-Domingue
        """,
        "HT": """
            Port-au-Prince | es Puerto Príncipe | pt Porto Príncipe
        """,
        "CO": """
            Bogotá | fr Bogota | Santafé de Bogotá
            Medellín
            Cartagena | fr Carthagène | es Cartagena de Indias
        """,
        "EC": """
            Quito
            Guayaquil
        """,
        "BO": """
            La Paz
            Sucre
        """,
        "UY": """
            Montevideo
        """,
        "AR": """
            Buenos Aires | CABA
            Rosario
            Córdoba
        """,
        "CL": """
            Santiago | es Santiago de Chile
            Valparaíso
        """,
        "BR": """
            São Paulo | it San Paolo | San Pablo
            Rio de Janeiro | es Río de Janeiro
            Brasília | fr Brasilia | es Brasilia
            Porto Alegre
            Pouso Alegre
        """,
        "CN": """
            Beijing | fr Pékin | es Pekín | zh 北京 | de Peking | it Pechino | pt Pequim
            Shanghai | es Shanghái | zh 上海 | nl Sjanghai | pt Xangai
            Guangzhou | fr Canton | es Cantón | zh 广州
            Xi'an | zh 西安
        """,
        "HK": """
            Hong Kong | zh 香港 | de nl Hongkong
        """,
        "JP": """
            Tokyo | es Tokio | ja 東京 | de Tokio | pt Tóquio
            Kyoto | es Kioto | ja 京都
            Hiroshima | ja 広島
        """,
        "KR": """
            Seoul | fr Séoul | es Seúl | ko 서울
            Gwangju | ko 광주
        """,
        "TW": """
            Taipei | es Taipéi | zh 臺北 | de Taipeh | 台北
        """,
        "IN": """
            New Delhi | es Nueva Delhi
            Delhi
            Mumbai | fr Bombay | es Bombay
            Kolkata | fr Calcutta | es Calcuta
            Chennai | Madras
            Bengaluru | fr Bangalore | es Bangalore
        """,
        "ID": """
            Jakarta | es Yakarta | it Giacarta | pt Jacarta | Djakarta
            Surabaya
        """,
        "KZ": """
            Almaty | es Almatý | Alma-Ata
            Astana | es Astaná | Nur-Sultan
        """,
        "UZ": """
            Tashkent | fr Tachkent | es Taskent | de Taschkent | nl Tasjkent | ca Taixkent
        """,
    }
)
