"""Sample of coded agreements in boxes (B1, BT2, D-3, L1a), with side boxes. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    Aside,
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    PageBreak,
    Party,
    Signatures,
    Text,
    Title,
)

VENNEHOF, POORT, PLATFORM, VOORDEUR, GEMEENTE = (
    "Vennehof Wonen",
    "De Vlinderpoort",
    "Huurdersplatform Elsvenne",
    "De Voordeur",
    "Gemeente Elsvenne",
)


def chapter(number: str, title: str, theme: str | None = None) -> Heading:
    return Heading(number, title, 1, theme=theme, separator=" ")


OPENING: tuple[Block, ...] = (
    Title(
        (
            "Prestatieafspraken Elsvenne 2026-2030",
            "Thuis tussen bos en beek",
            (
                "Gemeente Elsvenne, Vennehof Wonen, De Vlinderpoort, Huurdersplatform Elsvenne en "
                "huurdersvereniging De Voordeur"
            ),
            "Concept voor besluitvorming",
        )
    ),
    chapter("1", "Samen aan zet"),
    Text(
        "Elsvenne is geliefd. Wie er opgroeit wil er blijven en wie er komt wandelen wil er graag "
        "wonen. Dat maakt de woningmarkt krap. Voor u liggen de afspraken waarmee wij, vijf "
        "partijen die elkaar al lang kennen, de komende vijf jaar werken aan goed en betaalbaar "
        "wonen."
    ),
    Heading(None, "Wie doen er mee?", 2),
    Text("De volgende partijen sluiten deze prestatieafspraken:"),
    Bullets(
        (
            "de gemeente Elsvenne;",
            "Stichting Vennehof Wonen, hierna Vennehof Wonen;",
            "Woningbouwvereniging De Vlinderpoort, hierna De Vlinderpoort;",
            (
                "Stichting Huurdersplatform Elsvenne, namens de huurders van Vennehof Wonen, "
                "hierna het Huurdersplatform;"
            ),
            (
                "Huurdersvereniging De Voordeur, namens de huurders van De Vlinderpoort, hierna "
                "De Voordeur."
            ),
        )
    ),
    Text(
        "Waar wij “corporaties” schrijven, bedoelen wij Vennehof Wonen en De Vlinderpoort. Met "
        "“huurdersorganisaties” bedoelen wij het Huurdersplatform en De Voordeur."
    ),
    Heading(None, "Waar bouwen wij op voort?", 2),
    Text(
        "De woonvisie “Ruimte om te blijven”[^1] benoemt drie opgaven: meer woningen voor kleine "
        "huishoudens, lagere woonlasten en buurten waar mensen op elkaar letten. In de vorige "
        "afspraken lukte het om 212 woningen te bouwen, terwijl 260 het doel was. Vooral de "
        "aansluiting op het stroomnet zorgde voor uitstel. De afspraken over schuldhulp werkten "
        "juist beter dan verwacht."
    ),
    Aside("Een afspraak is pas iets waard als de buurman weet wie hem nakomt."),
    Text(
        "Uit de evaluatie namen wij drie lessen mee. Wij maken minder afspraken dan voorheen, "
        "elke afspraak heeft een trekker en over elke afspraak is bekend wanneer wij tevreden "
        "zijn. Lukt iets niet, dan zeggen wij dat op tijd."
    ),
    Heading(None, "Hoe leest u dit document?", 2),
    Text(
        "Ieder hoofdstuk opent met de opgave en onze ambitie. In de gekleurde vakken staan de "
        "afspraken, met een letter voor het thema en een volgnummer. Wie de trekker is, neemt het "
        "initiatief en rapporteert over de voortgang. De andere partijen die een bijdrage "
        "leveren, staan achter “Betrokken”. De kaders in de kantlijn geven achtergrond en zijn "
        "zelf geen afspraak."
    ),
    Text(
        "De bedragen in dit document zijn in prijzen van 2025. Waar een aantal per jaar is "
        "genoemd, mag een tekort in het ene jaar in het volgende worden ingehaald, zolang het "
        "totaal over de hele periode klopt."
    ),
)

SUPPLY: tuple[Block, ...] = (
    chapter("2", "Beschikbaar wonen", "beschikbaarheid"),
    Aside(
        "Op 1 januari 2025 stonden er in Elsvenne 3.870 sociale huurwoningen. Vier van de vijf "
        "huishoudens op de wachtlijst bestaan uit een of twee personen, terwijl de helft van de "
        "woningen vier kamers of meer heeft.",
        heading="Elsvenne in cijfers",
    ),
    Text(
        "De vraag naar woningen groeit harder dan het aanbod. Starters blijven lang bij hun "
        "ouders wonen, mantelzorgers vinden geen huis in de buurt en medewerkers in de zorg "
        "reizen van ver. De ruimte om te bouwen is schaars, omdat de kernen aan natuurgebied "
        "grenzen."
    ),
    Heading(None, "Onze ambitie", 2),
    Bullets(
        (
            "Elke kern krijgt er woningen bij die passen bij kleine huishoudens.",
            "Wie echt niet kan wachten, krijgt snel een dak boven het hoofd.",
        )
    ),
    Heading(None, "Onze afspraken", 2),
    Agreement(
        "B1",
        (
            (
                "Van 2026 tot en met 2030 groeit de sociale voorraad met {netto 310 "
                "woningen|310|woningen|groei sociale voorraad|q=delta;per=2026-2030}. Vennehof "
                "Wonen neemt er {200|200|woningen|groei sociale voorraad|p=Vennehof "
                "Wonen;per=2026-2030} voor haar rekening en De Vlinderpoort "
                "{110|110|woningen|groei sociale voorraad|p=De Vlinderpoort;per=2026-2030}. De "
                "gemeente zorgt dat hiervoor genoeg locaties beschikbaar zijn en houdt een "
                "reserve van {30%|30|%|reserve in plannen|p=Gemeente Elsvenne} aan in de plannen, "
                "omdat niet ieder plan doorgaat."
            ),
        ),
        title="De voorraad groeit",
        trekker="Corporaties",
        betrokkenen="Gemeente",
        planning="2026 t/m 2030",
        context={
            "resultaat": (
                "In 2028 is {ten minste de helft|50|%|opgeleverde groei sociale "
                "voorraad|q=min;per=2028} van de woningen opgeleverd."
            )
        },
        parties=(VENNEHOF, POORT),
    ),
    Agreement(
        "B2",
        (
            (
                "De gemeente wijst voor elke nieuwe wijk vooraf de kavels aan waarop een "
                "corporatie mag bouwen. Bij plannen {vanaf 25 woningen|25|woningen|omvang van het "
                "plan|q=min;r=condition} is {een derde|33.33|%|aandeel sociale huur} van het "
                "programma sociale huur. Deze kavels worden verkocht voor de prijs uit de nota "
                "grondprijzen. Een corporatie die een kavel krijgt, dient {binnen negen "
                "maanden|9|overig:maanden|indienen van een bouwplan|q=max} een bouwplan in; lukt "
                "dat niet, dan gaat de kavel terug naar de gemeente, tenzij de oorzaak buiten de "
                "corporatie ligt."
            ),
        ),
        title="Grond voor sociale huur",
        trekker="Gemeente",
        betrokkenen="Corporaties",
        planning="Doorlopend",
        context={"resultaat": "Elk bestemmingsvlak met woningen kent een sociale kavel."},
    ),
    Agreement(
        "B3",
        (
            (
                "Voor mensen die met spoed een huis nodig hebben plaatst De Vlinderpoort {48 "
                "verplaatsbare woningen|48|woningen|verplaatsbare woningen|p=De Vlinderpoort} op "
                "het voormalige veilingterrein. De gemeente verhuurt de grond voor {vijftien "
                "jaar|15|jaar|verhuur van de grond|p=Gemeente Elsvenne} en legt de kabels en "
                "leidingen aan. De toewijzing verloopt als volgt:"
            ),
            Bullets(
                (
                    (
                        "{een derde|33.33|%|toewijzing aan jongeren} gaat naar jongeren uit de "
                        "gemeente;"
                    ),
                    (
                        "{een derde|33.33|%|toewijzing aan statushouders} naar statushouders die "
                        "in de opvang wachten;"
                    ),
                    "de overige woningen zijn voor mensen na een scheiding of na dakloosheid.",
                )
            ),
            (
                "Na het eerste jaar bekijken de partijen met de omwonenden of de verdeling goed "
                "uitpakt en of er aanpassing nodig is."
            ),
        ),
        title="Tijdelijk wonen op het veilingterrein",
        trekker="De Vlinderpoort",
        betrokkenen="Gemeente, Vennehof Wonen",
        planning="Oplevering voorjaar 2027",
        parties=(POORT,),
    ),
    Agreement(
        "B4",
        (
            (
                "De corporaties verkopen alleen woningen als er in dezelfde kern een nieuwe voor "
                "terugkomt. Het gaat om {maximaal 8 woningen|8|woningen|verkoop|q=max;per=per "
                "jaar} per jaar."
            ),
        ),
        trekker="Corporaties",
        planning="Doorlopend",
    ),
    Agreement(
        "B5",
        (
            (
                "Vennehof Wonen splitst {20 grote "
                "eengezinswoningen|20|woningen|splitsing|p=Vennehof Wonen} in {twee zelfstandige "
                "woningen|2|woningen|woningen na splitsing}. De gemeente behandelt de "
                "vergunningen via een vaste contactpersoon en rekent voor de parkeernorm met {de "
                "helft|50|%|parkeernorm bij splitsing|p=Gemeente Elsvenne} van het gewone aantal "
                "plaatsen."
            ),
        ),
        title="Splitsen van woningen",
        trekker="Vennehof Wonen",
        betrokkenen="Gemeente en Huurdersplatform Elsvenne",
        planning="Start in 2026, gereed in 2029",
        parties=(VENNEHOF,),
    ),
    Agreement(
        "B6",
        (
            (
                "Wie in een kern woont of werkt, krijgt voorrang bij {een kwart|25|%|voorrang "
                "voor inwoners van de kern} van de woningen die daar vrijkomen. De corporaties "
                "publiceren {elk halfjaar|2|keer_per_jaar|publicatie van toewijzingen} aan wie de "
                "woningen zijn toegewezen."
            ),
        ),
        trekker="Corporaties",
        betrokkenen="Huurdersorganisaties",
        planning="Vanaf 1 juli 2026",
    ),
)

COSTS: tuple[Block, ...] = (
    chapter("3", "Betaalbaar wonen", "betaalbaarheid"),
    Aside(
        "In 2024 kregen de corporaties 640 signalen over betalingsachterstanden. Bij negen van de "
        "tien huurders volgde een regeling.",
        heading="Vroeg erbij",
    ),
    Text(
        "Een huis is pas betaalbaar als er na de vaste lasten genoeg overblijft om van te leven. "
        "De huur is daarin een grote post, maar zeker niet de enige. Wij kijken daarom naar het "
        "geheel van woonlasten en inkomen."
    ),
    Heading(None, "Onze ambitie", 2),
    Text(
        "Geen huishouden met een inkomen tot modaal besteedt meer aan wonen dan het kan dragen. "
        "Mensen met schulden worden vroeg geholpen en verliezen hun huis niet."
    ),
    Heading(None, "Onze afspraken", 2),
    Agreement(
        "BT1",
        (
            (
                "De corporaties verhuren {minimaal 80%|80|%|verhuur onder de "
                "aftoppingsgrenzen|q=min} van de vrijkomende woningen met een huur onder de "
                "aftoppingsgrenzen. Zij letten erop dat er in elke kern aanbod is in elke "
                "prijsklasse."
            ),
        ),
        trekker="Corporaties",
        planning="Doorlopend",
    ),
    Agreement(
        "BT2",
        (
            (
                "De partijen richten samen een noodfonds op voor huurders die tussen wal en schip "
                "vallen. De gemeente legt {€ 75.000|75000|EUR|inleg noodfonds|p=Gemeente "
                "Elsvenne} in, Vennehof Wonen {€ 45.000|45000|EUR|inleg noodfonds|p=Vennehof "
                "Wonen} en De Vlinderpoort {€ 30.000|30000|EUR|inleg noodfonds|p=De "
                "Vlinderpoort}. Een aanvraag loopt via de wijkcoach, die {binnen vijf "
                "werkdagen|5|overig:werkdagen|beslissing op aanvraag|q=max} beslist. Per "
                "huishouden is {ten hoogste € 1.500|1500|EUR|bijdrage per huishouden|q=max} "
                "beschikbaar."
            ),
        ),
        title="Noodfonds woonlasten",
        trekker="Gemeente",
        betrokkenen="Corporaties, Huurdersplatform Elsvenne, De Voordeur",
        planning="Eerste kwartaal 2027",
        parties=(VENNEHOF, POORT),
    ),
    Agreement(
        "BT3",
        (
            (
                "Bij een huurachterstand belt de corporatie de huurder zo snel mogelijk. Pas als "
                "bellen, schrijven en een huisbezoek niets opleveren, gaat de zaak naar de "
                "deurwaarder. Ontruiming van gezinnen met kinderen vindt niet plaats zolang een "
                "passende oplossing mogelijk is."
            ),
        ),
        trekker="Corporaties",
        betrokkenen="Gemeente",
        planning="Doorlopend",
    ),
    Agreement(
        "BT4",
        (
            (
                "Huurders die kleiner gaan wonen, betalen in de nieuwe woning {nooit meer dan € "
                "40|40|EUR|huurstijging bij kleiner wonen|q=max;per=per maand} per maand extra. "
                "De regeling geldt {vijf jaar|5|jaar|duur van de regeling} en wordt door beide "
                "corporaties op dezelfde manier toegepast."
            ),
        ),
        title="Kleiner wonen loont",
        trekker="Vennehof Wonen en De Vlinderpoort",
        betrokkenen="Huurdersorganisaties",
        planning="Najaar 2026",
        parties=(VENNEHOF, POORT),
    ),
)

SUSTAINABLE: tuple[Block, ...] = (
    chapter("4", "Duurzaam wonen", "duurzaamheid"),
    Aside(
        "Het stroomnet in de regio is vol. Nieuwe aansluitingen voor warmtepompen in bestaande "
        "complexen komen waarschijnlijk pas na 2029 vrij. Isoleren kan wel meteen.",
        heading="Vol stroomnet",
    ),
    Text(
        "Een goed geïsoleerd huis is comfortabel, gezond en goedkoper. De woningen uit de jaren "
        "zestig en zeventig vragen de meeste aandacht. Ook hitte en wateroverlast horen bij dit "
        "thema: op de laaggelegen delen rond de beek staat het water na een stevige bui op straat."
    ),
    Heading(None, "Onze ambitie", 2),
    Bullets(
        (
            "In 2030 is het energieverbruik van de huurwoningen een kwart lager dan in 2020.",
            "Bij ieder groot onderhoud wordt het groener dan het was.",
        )
    ),
    Heading(None, "Onze afspraken", 2),
    Agreement(
        "D-1",
        (
            (
                "Vennehof Wonen isoleert {420 woningen|420|woningen|isolatie|p=Vennehof Wonen} en "
                "De Vlinderpoort {190 woningen|190|woningen|isolatie|p=De Vlinderpoort}. Zij "
                "starten met de woningen die nu label E of slechter hebben. Huurders krijgen "
                "vooraf een bewonersavond, een modelwoning en een vast aanspreekpunt. Na afloop "
                "meten de corporaties in {15%|15|%|woningen waar het verbruik wordt gemeten} van "
                "de woningen of het verbruik werkelijk daalt."
            ),
        ),
        title="Isoleren in hoog tempo",
        trekker="Corporaties",
        betrokkenen="Huurdersorganisaties",
        planning="2026 t/m 2030",
        context={
            "resultaat": (
                "{610 woningen|610|woningen|geïsoleerd naar de standaard} geïsoleerd naar de "
                "standaard, zonder huurverhoging."
            ),
        },
        parties=(VENNEHOF, POORT),
    ),
    Agreement(
        "D-2",
        (
            (
                "De gemeente stelt een warmteplan op voor de Beekwijk en betrekt de bewoners daar "
                "vanaf het begin bij. Het plan laat voor ieder bouwblok zien welke warmtebron het "
                "voordeligst is, wat die voor huurders en eigenaren kost en in welk jaar het werk "
                "kan beginnen. Tot dat plan er is, vervangen de corporaties ketels door hybride "
                "toestellen die later kunnen worden overgezet."
            ),
        ),
        title="Warmteplan Beekwijk",
        trekker="Gemeente",
        betrokkenen="De Vlinderpoort, De Voordeur",
        planning="Tweede kwartaal 2028",
    ),
    Agreement(
        "D-3",
        (
            (
                "Samen met scholen en de bibliotheek leidt het Huurdersplatform {30 "
                "energiehulpen|30|overig:energiehulpen|opleiding energiehulpen|p=Huurdersplatform "
                "Elsvenne} op. Zij bezoeken {minimaal 400 "
                "huishoudens|400|overig:huishoudens|bezoek door energiehulp|q=min} en geven tips, "
                "radiatorfolie en tochtstrips. De corporaties betalen de materialen."
            ),
        ),
        title="Energiehulpen aan de keukentafel",
        trekker="Huurdersplatform Elsvenne",
        betrokkenen="Corporaties",
        planning="2026 en 2027",
        context={
            "budget": (
                "{€ 28.000|28000|EUR|budget energiehulpen}, waarvan {€ 10.000|10000|EUR|budget "
                "energiehulpen|p=Gemeente Elsvenne} van de gemeente."
            ),
            "resultaat": "Bezochte huishoudens verbruiken na een jaar minder energie.",
        },
        parties=(PLATFORM,),
    ),
    Agreement(
        "D-4",
        (
            (
                "Bij elk project voor groot onderhoud verdwijnt {minstens 20%|20|%|ontstenen bij "
                "groot onderhoud|q=min} van de verharding en komt er opvang voor regenwater. De "
                "gemeente neemt de aangrenzende stoep en parkeervakken mee in het ontwerp."
            ),
        ),
        trekker="Gemeente en corporaties",
        planning="Doorlopend",
    ),
)

CARE: tuple[Block, ...] = (
    chapter("5", "Wonen met zorg en aandacht", "wonen_zorg"),
    Aside(
        "Een woning waarin een bewoner met een rollator of rolstoel zonder drempels bij alle "
        "belangrijke ruimten kan komen.",
        heading="Wat is een rollatorwoning?",
    ),
    Text(
        "Elsvenne vergrijst sneller dan de rest van de regio. Tegelijk vragen mensen met een "
        "beperking of een psychische kwetsbaarheid om een plek midden in de samenleving. Zorg en "
        "welzijn zijn nodig om dat mogelijk te maken; een huis alleen is niet genoeg."
    ),
    Heading(None, "Onze ambitie", 2),
    Text(
        "Mensen die zorg nodig hebben, wonen zo lang mogelijk zelfstandig in een buurt die hen "
        "kent."
    ),
    Heading(None, "Onze afspraken", 2),
    Agreement(
        "W1",
        (
            (
                "Vennehof Wonen bouwt naast het gezondheidscentrum {36 "
                "rollatorwoningen|36|woningen|rollatorwoningen|p=Vennehof Wonen} met een "
                "ontmoetingsruimte op de begane grond. De gemeente huurt de ontmoetingsruimte "
                "voor {tien jaar|10|jaar|huur ontmoetingsruimte|p=Gemeente Elsvenne} en laat het "
                "welzijnswerk de programmering verzorgen."
            ),
        ),
        title="Samen onder één dak",
        trekker="Vennehof Wonen",
        betrokkenen="gemeente",
        planning="eind 2028",
        parties=(VENNEHOF,),
    ),
    Agreement(
        "W2",
        (
            (
                "De gemeente handelt een aanvraag voor een woningaanpassing af {binnen zes "
                "weken|6|overig:weken|afhandeling woningaanpassing|q=max;p=Gemeente Elsvenne}. "
                "Kost de aanpassing {minder dan € 2.500|2500|EUR|kosten van de "
                "aanpassing|q=max;r=condition}, dan voert de corporatie haar uit zonder vooraf "
                "toestemming te vragen en dient zij de rekening achteraf in."
            ),
        ),
        title="Snelle woningaanpassing",
        trekker="gemeente",
        betrokkenen="corporaties",
        planning="vanaf januari 2027",
    ),
    Agreement(
        "W3",
        (
            (
                "Mensen uit de beschermde woonvormen moeten op tijd kunnen doorstromen naar een "
                "eigen huis. De corporaties leveren daarvoor samen {14 "
                "woningen|14|woningen|uitstroom beschermd wonen|per=per jaar} per jaar, verspreid "
                "over de gemeente, zodat {niet meer dan twee "
                "woningen|2|woningen|uitstroomwoningen in hetzelfde portiek|q=max} in hetzelfde "
                "portiek liggen. Bij de overdracht van de sleutel is een begeleider aanwezig. De "
                "buren weten bij wie zij terechtkunnen als het niet goed gaat. Loopt de "
                "begeleiding af, dan zet de gemeente de hulp voort via de wijkcoach, voor zolang "
                "dat nodig is."
            ),
        ),
        title="Een eigen huis na beschermd wonen",
        trekker="corporaties",
        betrokkenen="gemeente en zorgaanbieders",
        planning="doorlopend",
    ),
    Agreement(
        "W4",
        (
            (
                "De gemeente voldoet aan de taakstelling voor statushouders en verdeelt de "
                "woningen naar het bezit van de corporaties. Vaste contactpersonen stemmen af "
                "welke gezinnen eraan komen en welke woning bij hen past."
            ),
        ),
        title="Statushouders",
        trekker="gemeente",
        planning="doorlopend",
    ),
)

NEIGHBOURHOODS: tuple[Block, ...] = (
    chapter("6", "Leefbaar wonen", "leefbaarheid"),
    Text(
        "De meeste inwoners geven hun buurt een ruime voldoende. In de Beekwijk en het "
        "Spoorkwartier daalt dat cijfer al enkele jaren. Bewoners noemen vervuiling, jongeren die "
        "rondhangen en buren die zij niet verstaan. Er zijn ook veel mensen die zich willen "
        "inzetten, mits iemand het eerste duwtje geeft."
    ),
    Heading(None, "Onze ambitie", 2),
    Text(
        "Bewoners voelen zich thuis in hun straat, kennen hun buren van gezicht en weten wie zij "
        "kunnen bellen."
    ),
    Aside("De mooiste buurten zijn niet opgeleverd, maar door bewoners gemaakt."),
    Heading(None, "Onze afspraken", 2),
    Agreement(
        "L1a",
        (
            (
                "In de Beekwijk openen de partijen een buurtkamer die {vier "
                "dagen|4|overig:dagen|openstelling buurtkamer|per=per week} per week open is. "
                "Medewerkers van de gemeente, de corporaties en het welzijnswerk houden er "
                "spreekuur. De Vlinderpoort stelt de ruimte om niet beschikbaar."
            ),
        ),
        trekker="De Vlinderpoort",
        betrokkenen="Gemeente, De Voordeur",
        planning="Opening in mei 2026",
        parties=(POORT,),
    ),
    Agreement(
        "L1b",
        (
            (
                "Voor het Spoorkwartier maken Vennehof Wonen en de gemeente samen met bewoners "
                "een buurtagenda. Daarin staat onder meer:"
            ),
            Bullets(
                (
                    "wat er wordt gedaan aan de donkere onderdoorgang bij het station;",
                    "hoe jongeren een eigen plek krijgen;",
                    "wie de gemeenschappelijke tuinen onderhoudt.",
                )
            ),
        ),
        trekker="Gemeente",
        betrokkenen="Vennehof Wonen, Huurdersplatform Elsvenne",
        planning="Eind 2026",
        parties=(VENNEHOF,),
    ),
    Agreement(
        "L2a",
        (
            (
                "Elke corporatie stelt per woning {€ 18|18|EUR|leefbaarheidsbudget per "
                "woning|per=per jaar} per jaar beschikbaar voor initiatieven van bewoners. Een "
                "aanvraag kan per e-mail en wordt {binnen drie weken|3|overig:weken|beslissing op "
                "aanvraag|q=max} beantwoord."
            ),
        ),
        trekker="Corporaties",
        planning="Doorlopend",
    ),
    Agreement(
        "L2b",
        (
            (
                "De gemeente en de corporaties sluiten met de politie een convenant over "
                "woonoverlast en ondermijning. Zij delen signalen "
                "{maandelijks|12|keer_per_jaar|delen van signalen} en spreken per geval af wie "
                "optreedt."
            ),
        ),
        trekker="Gemeente",
        betrokkenen="Corporaties",
        planning="Voor 1 april 2027",
    ),
    Agreement(
        "L3",
        (
            (
                "Nieuwe huurders krijgen in de eerste maand bezoek van een buurtgenoot, die iets "
                "vertelt over de straat, de afvalinzameling en de verenigingen. De "
                "huurdersorganisaties werven en begeleiden de vrijwilligers."
            ),
        ),
        title="Welkom in de straat",
        trekker="Huurdersorganisaties",
        betrokkenen="Corporaties",
        planning="2027",
    ),
)

CLOSING: tuple[Block, ...] = (
    chapter("7", "Samen op koers", "samenwerking"),
    Aside(
        "Alle partijen hebben in de overleggen een gelijke stem. De voorzitter rouleert per "
        "kalenderjaar.",
        heading="Gelijkwaardig",
    ),
    Text(
        "Afspraken werken alleen als wij elkaar regelmatig spreken en de cijfers op tafel leggen. "
        "Wij houden de organisatie daarvan eenvoudig."
    ),
    Heading(None, "Onze afspraken", 2),
    Agreement(
        "S1",
        (
            (
                "De bestuurders van de partijen overleggen {twee keer per "
                "jaar|2|keer_per_jaar|overleg van bestuurders}; de medewerkers {om de zes "
                "weken|6|overig:weken|overleg van medewerkers}. In het najaar stellen de "
                "bestuurders vast of de afspraken B1, BT1 en D-1 op schema liggen."
            ),
        ),
        trekker="Gemeente",
        betrokkenen="Alle partijen",
        planning="Doorlopend",
        refs=("B1", "BT1", "D-1"),
    ),
    Agreement(
        "S2",
        (
            (
                "De corporaties leveren voor 15 maart de cijfers over het vorige jaar. De "
                "gemeente maakt er een kort overzicht van dat ook voor huurders leesbaar is."
            ),
        ),
        trekker="Corporaties",
        planning="Maart",
    ),
    Agreement(
        "S3",
        (
            (
                "De corporaties geven de huurdersorganisaties een budget voor scholing en "
                "ondersteuning. De partijen houden daarnaast {eens per "
                "jaar|1|keer_per_jaar|gezamenlijke werkdag} een werkdag op locatie, waarbij "
                "steeds een andere kern aan de beurt is."
            ),
        ),
        trekker="Alle partijen",
        planning="September",
    ),
    Heading(None, "Looptijd en wijziging", 2),
    Text(
        "De afspraken gelden van 1 januari 2026 tot en met 31 december 2030. Verandert de wet of "
        "de financiële positie van een partij ingrijpend, dan passen wij de afspraken in overleg "
        "aan. Een geschil leggen wij eerst voor aan een onafhankelijke deskundige die wij samen "
        "kiezen.[^2]"
    ),
    Heading(None, "Planning van de bouwlocaties", 2),
    Text(
        "Ter informatie volgt hier de stand van de bouwlocaties bij het opstellen van dit concept."
    ),
    Grid(
        ("Locatie", "Kern", "Woningen", "Verwachte start"),
        (
            ("Veilingterrein", "Elsvenne", "48", "2026"),
            ("Gezondheidscentrum", "Elsvenne", "36", "2027"),
            ("Oude Gaarde", "Dennerijt", "54", "2027"),
            ("Beekoever", "Elsvenne", "82", "2028"),
            ("Kerkakkers", "Lijsterbos", "26", "2029"),
        ),
    ),
    PageBreak(),
    Heading(None, "Ondertekening", 2),
    Text("Namens de partijen, onder voorbehoud van besluitvorming:"),
    Signatures(
        (
            "Gemeente Elsvenne, wethouder volkshuisvesting",
            "Stichting Vennehof Wonen, bestuurder",
            "Woningbouwvereniging De Vlinderpoort, directeur-bestuurder",
            "Stichting Huurdersplatform Elsvenne, voorzitter",
            "Huurdersvereniging De Voordeur, voorzitter",
        )
    ),
)

DOCUMENT = Document(
    slug="elsvenne-2026-2030",
    title="Prestatieafspraken Elsvenne 2026-2030",
    municipality="Elsvenne",
    start=2026,
    end=2030,
    signed_on=None,
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Elsvenne",)),
        Party(VENNEHOF, "corporatie", ("Stichting Vennehof Wonen",)),
        Party(POORT, "corporatie", ("Woningbouwvereniging De Vlinderpoort",)),
        Party(
            PLATFORM,
            "huurdersorganisatie",
            ("Stichting Huurdersplatform Elsvenne", "het Huurdersplatform"),
        ),
        Party(VOORDEUR, "huurdersorganisatie", ("Huurdersvereniging De Voordeur",)),
    ),
    blocks=(
        *OPENING,
        *SUPPLY,
        *COSTS,
        *SUSTAINABLE,
        *CARE,
        *NEIGHBOURHOODS,
        *CLOSING,
    ),
    footnotes={
        "1": "Vastgesteld door de raad van Elsvenne in november 2024.",
        "2": "De weg naar de landelijke adviescommissie blijft daarnaast open.",
    },
    header="Thuis tussen bos en beek",
    footer="Prestatieafspraken Elsvenne 2026-2030",
)
