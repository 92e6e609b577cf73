"""Sample of matrix tables (numbered topics by party) and a lettered list. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    Aside,
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    Matrix,
    MatrixRow,
    Numbered,
    PageBreak,
    Party,
    Signatures,
    Text,
    Title,
)

WOONBRINK, THUISVELD, STEM, RAAD, GEMEENTE = (
    "Woonbrink",
    "Thuisveld",
    "Huurdersstem",
    "Bewonersraad Thuisveld",
    "Gemeente Brinkerade",
)
NAMES = (WOONBRINK, THUISVELD, STEM, RAAD)
HEADER = ("Nr.", "Onderwerp", "Gemeente", WOONBRINK, THUISVELD, "Huurdersorganisaties")
TREKKERS = (("gemeente",), (WOONBRINK,), (THUISVELD,), ("huurdersorganisaties",))

Cell = str | tuple[str | Bullets, ...] | None


def row(number: str, topic: str, *cells: Cell) -> MatrixRow:
    """The cells of gemeente, Woonbrink, Thuisveld and the tenants' organisations."""
    agreements = [
        _agreement(cell, trekkers) if cell else None
        for cell, trekkers in zip(cells, TREKKERS, strict=True)
    ]
    return MatrixRow(number, topic, tuple(agreements))


def _agreement(cell: str | tuple[str | Bullets, ...], trekkers: tuple[str, ...]) -> Agreement:
    """The cell, with the organisations that it or its column names."""
    agreement = Agreement(None, (cell,) if isinstance(cell, str) else cell)
    named = tuple(name for name in NAMES if name in trekkers or name in agreement.text)
    return Agreement(None, agreement.parts, parties=named)


def process(letter: str, text: str, *parties: str) -> Agreement:
    return Agreement(letter, (text,), kind="procesafspraak", parties=parties)


OPENING: tuple[Block, ...] = (
    Title(
        (
            "Prestatieafspraken Brinkerade 2025-2028",
            "gemeente Brinkerade – Woonbrink – Thuisveld – Huurdersstem – Bewonersraad Thuisveld",
        )
    ),
    Heading("1", "Inleiding", 1, separator=". "),
    Text(
        "De gemeente Brinkerade, twee woningcorporaties en twee huurdersorganisaties leggen in "
        "dit document vast wat zij van 2025 tot en met 2028 voor het wonen in Brinkerade doen. "
        "Brinkerade bestaat uit het stadje zelf en de brinkdorpen Ellersum, Oosterveen en Tij. Er "
        "wonen bijna 34.000 mensen, van wie een kwart bij een corporatie huurt."
    ),
    Text(
        "De basis voor deze afspraken is de Woonagenda Brinkerade 2035.[^1] Daarin staan vijf "
        "doelen, die in de volgende hoofdstukken terugkomen. Anders dan vroeger beschrijven wij "
        "niet alleen wat wij samen willen, maar vooral wie wat doet. Daarom hebben de afspraken "
        "de vorm van een tabel: in elke rij staat een onderwerp, in elke kolom de bijdrage van "
        "een partij. Een leeg vak betekent dat de partij voor dat onderwerp geen eigen taak heeft."
    ),
    Heading("1.1", "Partijen", 2),
    Text("Bij deze afspraken zijn de volgende partijen betrokken:"),
    Bullets(
        (
            "de gemeente Brinkerade;",
            "Stichting Woonbrink, eigenaar van 3.120 woningen in Brinkerade;",
            "Woonstichting Thuisveld, eigenaar van 1.480 woningen, vooral in de dorpen;",
            "Vereniging Huurdersstem, die de huurders van Woonbrink vertegenwoordigt;",
            "Stichting Bewonersraad Thuisveld, die de huurders van Thuisveld vertegenwoordigt.",
        )
    ),
    Heading("1.2", "Looptijd", 2),
    Text(
        "De afspraken gelden van 1 januari 2025 tot en met 31 december 2028. Halverwege wordt "
        "bekeken of bijstelling nodig is. Wie door omstandigheden een afspraak niet kan nakomen, "
        "legt dat met redenen uit aan de anderen."
    ),
    Aside(
        "Een jaar geleden spraken wij vijftien avonden met huurders, woningzoekenden en "
        "dorpsbelangen. Hun wensen waren helder: bouw in de dorpen, houd de huur laag en neem de "
        "telefoon op.",
        heading="Wat bewoners ons meegaven",
    ),
)

SUPPLY: tuple[Block, ...] = (
    PageBreak(),
    Heading("2", "Voldoende woningen", 1, theme="beschikbaarheid", separator=". "),
    Text(
        "Het aantal huishoudens in Brinkerade groeit tot 2035 met ongeveer 1.100. De helft "
        "daarvan bestaat uit mensen die alleen wonen. Daarbij past het aanbod niet goed: in de "
        "dorpen staan vooral ruime gezinswoningen. De partijen willen dat in 2028 een "
        "woningzoekende gemiddeld binnen zes jaar een woning heeft."
    ),
    Heading("2.1", "Wie doet wat?", 2),
    Matrix(
        HEADER,
        TREKKERS,
        (
            row(
                "1",
                "Nieuwbouw van sociale huur",
                (
                    (
                        "De gemeente maakt {vier locaties|4|overig:locaties|bouwrijpe "
                        "locaties|p=Gemeente Brinkerade} bouwrijp en verkoopt die aan de "
                        "corporaties voor een vaste prijs van {€ 21.000|21000|EUR|grondprijs per "
                        "woning|p=Gemeente Brinkerade} per woning."
                    ),
                    (
                        "In de plannen van marktpartijen dwingt zij {ten minste 30%|30|%|aandeel "
                        "sociale huur|q=min;p=Gemeente Brinkerade} sociale huur af."
                    ),
                ),
                "Bouwt tot en met 2028 {180 woningen|180|woningen|nieuwbouw|p=Woonbrink;per=t/m "
                "2028}, waarvan {minimaal 60|60|woningen|nieuwbouw in de "
                "dorpen|q=min;p=Woonbrink;per=t/m 2028} in de dorpen. {De helft|50|%|nieuwbouw "
                "voor kleine huishoudens|p=Woonbrink} is geschikt voor een of twee personen.",
                "Bouwt {75 tot 90 woningen|75|woningen|nieuwbouw|m=90;p=Thuisveld} in Ellersum en "
                "Oosterveen en onderzoekt de ombouw van de oude zuivelfabriek in Tij.",
                "Denken mee over plattegronden en gemeenschappelijke ruimten en brengen advies "
                "uit voordat het ontwerp wordt vastgesteld.",
            ),
            row(
                "2",
                "Verkoop en behoud van woningen",
                None,
                "Verkoopt {maximaal 10 woningen|10|woningen|verkoop|q=max;p=Woonbrink;per=per "
                "jaar} per jaar en alleen in straten waar {minder dan de helft|50|%|koopwoningen "
                "in de straat|q=max;r=condition} uit koopwoningen bestaat.",
                "Verkoopt in de dorpen geen woningen. Complexen die technisch op zijn, worden "
                "gesloopt en op dezelfde plek vervangen.",
                None,
            ),
            row(
                "3",
                "Verdeling van woningen",
                (
                    "De gemeente past de huisvestingsverordening aan, zodat:",
                    Bullets(
                        (
                            "mensen met een binding aan een dorp daar voorrang krijgen;",
                            "mantelzorgers dichter bij huis kunnen wonen;",
                            "urgentie alleen nog geldt voor wie echt niet kan wachten.",
                        )
                    ),
                    (
                        "Zij vraagt de corporaties en de huurdersorganisaties vooraf om een "
                        "reactie en evalueert de verordening na afloop van het tweede jaar."
                    ),
                ),
                "Verloot {15%|15|%|verloting van vrijkomende woningen|p=Woonbrink} van de "
                "vrijkomende woningen onder alle ingeschreven woningzoekenden.",
                "Adverteert elke vrijkomende woning in een dorp eerst korte tijd bij de "
                "dorpsbewoners en daarna pas in de hele regio.",
                None,
            ),
        ),
    ),
)

COSTS: tuple[Block, ...] = (
    Heading("3", "Betaalbaar huren", 1, theme="betaalbaarheid", separator=". "),
    Text(
        "Huurders in Brinkerade zijn gemiddeld een derde van hun inkomen kwijt aan huur en "
        "energie. Voor mensen met alleen een uitkering of AOW is dat nog meer. De partijen willen "
        "dat het aandeel huurders met een betaalrisico daalt en dat niemand door schulden op "
        "straat komt te staan."
    ),
    Heading("3.1", "Wie doet wat?", 2),
    Matrix(
        HEADER,
        TREKKERS,
        (
            row(
                "1",
                "Huurprijzen",
                None,
                "Houdt {75%|75|%|woningen onder de tweede aftoppingsgrens|p=Woonbrink} van de "
                "woningen onder de tweede aftoppingsgrens en maakt de huurverhoging van elk jaar "
                "voor 1 april bekend.",
                "Houdt {80%|80|%|woningen onder de tweede aftoppingsgrens|p=Thuisveld} van de "
                "woningen onder die grens. Bij verhuizing binnen een dorp behoudt de huurder zijn "
                "oude huur, als de nieuwe woning kleiner is.",
                "Adviseren over het huurbeleid en lichten het in gewone taal toe aan hun "
                "achterban, onder meer met een huurkrant.",
            ),
            row(
                "2",
                "Schulden en huurachterstand",
                (
                    (
                        "De gemeente neemt {binnen drie werkdagen|3|overig:werkdagen|contact na "
                        "melding|q=max;p=Gemeente Brinkerade} na een melding contact op met de "
                        "huurder. Zij biedt schuldhulp aan en betaalt, als dat ontruiming "
                        "voorkomt, de huur tijdelijk door uit het woonfonds."
                    ),
                    "In het woonfonds zit {€ 90.000|90000|EUR|woonfonds|p=Gemeente Brinkerade}.",
                ),
                "Meldt een achterstand van {twee maanden|2|overig:maanden|huurachterstand bij "
                "melding|r=condition} bij de gemeente en schakelt tot die tijd de eigen sociaal "
                "incassant in.",
                None,
                None,
            ),
        ),
    ),
    Text(
        "De partijen volgen de betaalrisico’s met de gegevens die de corporaties en het sociaal "
        "team toch al verzamelen. Er komt geen aparte registratie."
    ),
)

SUSTAINABLE: tuple[Block, ...] = (
    Heading("4", "Duurzame woningen", 1, theme="duurzaamheid", separator=". "),
    Text(
        "In Brinkerade wordt al jaren geïsoleerd. De grootste winst ligt nu bij de laatste "
        "complexen met een slecht label en bij het gedrag van bewoners. Daarnaast moeten wijken "
        "en dorpen beter tegen droogte, hitte en hevige regen kunnen."
    ),
    Heading("4.1", "Wie doet wat?", 2),
    Matrix(
        HEADER,
        TREKKERS,
        (
            row(
                "1",
                "Isolatie en installaties",
                "Verleent vergunningen voor isolatie van monumenten {binnen acht "
                "weken|8|overig:weken|vergunning isolatie monumenten|q=max;p=Gemeente Brinkerade} "
                "en stelt een erfgoedadviseur beschikbaar.",
                "Brengt alle woningen met label E, F of G naar minimaal label C. Het gaat om {260 "
                "woningen|260|woningen|verbetering slecht label|p=Woonbrink}. Bewoners krijgen "
                "een tijdelijke woning of een vergoeding als het werk {langer dan tien "
                "dagen|10|overig:dagen|duur van het werk|q=min;r=condition} duurt.",
                (
                    "Pakt de woningen per dorp aan, in deze volgorde:",
                    Bullets(
                        (
                            (
                                "Oosterveen, met {48 woningen|48|woningen|isolatie "
                                "Oosterveen|p=Thuisveld;per=2025} in 2025;"
                            ),
                            (
                                "Ellersum, met {55 woningen|55|woningen|isolatie "
                                "Ellersum|p=Thuisveld;per=2026} in 2026;"
                            ),
                            "Tij, zodra duidelijk is of het dorp een warmtenet krijgt.",
                        )
                    ),
                ),
                None,
            ),
            row(
                "2",
                "Hulp bij energie besparen",
                None,
                None,
                None,
                "Werven onder hun leden {twintig "
                "vrijwilligers|20|overig:vrijwilligers|energiecoaches} die bij buren langsgaan "
                "met advies en kleine materialen.",
            ),
            row(
                "3",
                "Groen en water",
                "De gemeente koppelt bij rioolwerk in een straat de regenpijpen van huurwoningen "
                "af en legt bergingen aan in het openbaar groen.",
                "Vervangt bij de herinrichting van hofjes de stenen door beplanting en laat "
                "bewoners kiezen uit een aantal ontwerpen. Het beheer gaat in overleg over naar "
                "een groep bewoners, die daarvoor een vergoeding krijgt en gereedschap kan lenen.",
                None,
                None,
            ),
        ),
    ),
)

CARE: tuple[Block, ...] = (
    Heading("5", "Wonen, zorg en buurt", 1, theme="wonen_zorg", separator=". "),
    Text(
        "Steeds meer inwoners hebben hulp nodig om zelfstandig te kunnen wonen: ouderen, mensen "
        "die uit een instelling komen, jongeren zonder thuis. Zij zijn gebaat bij een passend "
        "huis en bij een buurt die een oogje in het zeil houdt."
    ),
    Heading("5.1", "Wie doet wat?", 2),
    Matrix(
        HEADER,
        TREKKERS,
        (
            row(
                "1",
                "Woningen voor ouderen",
                "Subsidieert in elk dorp een ontmoetingsplek met {maximaal € "
                "15.000|15000|EUR|subsidie ontmoetingsplek|q=max;p=Gemeente Brinkerade;per=per "
                "jaar} per jaar.",
                "Maakt bij iedere mutatie in een woongebouw met lift de woning drempelvrij.",
                "Realiseert in Ellersum een knarrenhof van {18 woningen|18|woningen|knarrenhof "
                "Ellersum|p=Thuisveld}, samen met een groep bewoners die al enkele jaren plannen "
                "maakt. De grond is van de kerk; Thuisveld rondt de aankoop af voordat het "
                "ontwerp begint.",
                None,
            ),
            row(
                "2",
                "Mensen die een nieuwe start maken",
                "Zorgt dat begeleiding klaarstaat voordat de sleutel wordt overhandigd.",
                None,
                None,
                None,
            ),
        ),
    ),
)

PROCESS: tuple[Block, ...] = (
    Heading("6", "Procesafspraken", 1, theme="samenwerking", separator=". "),
    Text(
        "Naast de inhoudelijke afspraken gelden de volgende procesafspraken. Zij zijn bedoeld om "
        "elkaar op tijd te informeren en om te leren van wat goed en minder goed gaat."
    ),
    Heading("6.1", "Overleg", 2),
    process(
        "a",
        "Het bestuurlijk overleg vindt plaats in maart, juni en november. De gemeente bereidt het "
        "voor en draagt zorg voor de verslaglegging. In november stellen de bestuurders het "
        "activiteitenoverzicht voor het volgende jaar vast.",
    ),
    process(
        "b",
        "Een ambtelijke werkgroep van alle partijen komt {zes keer per "
        "jaar|6|keer_per_jaar|ambtelijke werkgroep} bijeen. Het voorzitterschap wisselt: in de "
        "even jaren levert Woonbrink de voorzitter, in de oneven jaren Thuisveld.",
        WOONBRINK,
        THUISVELD,
    ),
    process(
        "c",
        "De huurdersorganisaties nemen aan alle overleggen deel als volwaardige partij. Stukken "
        "die om hun advies vragen, ontvangen zij {minstens vier weken|4|overig:weken|termijn voor "
        "advies|q=min} voor de vergadering. De corporaties betalen de inhuur van een adviseur, "
        "{tot een bedrag van € 6.000|6000|EUR|inhuur adviseur|q=max;per=per jaar} per jaar voor "
        "elke organisatie. Deze termijn en dit bedrag gelden ook bij tussentijdse wijzigingen van "
        "het huurbeleid, bij fusie en bij ingrijpende renovaties.",
    ),
    Heading("6.2", "Volgen en bijsturen", 2),
    process(
        "a",
        "De corporaties leveren {elk halfjaar|2|keer_per_jaar|levering van voortgangscijfers} "
        "cijfers over bouw, verkoop, toewijzing en huurachterstand. De gemeente verwerkt die in "
        "een overzicht waarin met kleuren is te zien wat op koers ligt.",
    ),
    process(
        "b",
        "Ligt een afspraak niet op koers, dan komt de betrokken partij in het eerstvolgende "
        "overleg met een voorstel tot herstel. De andere partijen kijken of zij kunnen "
        "bijspringen.",
    ),
    process(
        "c",
        "Halverwege de looptijd laten de partijen een onafhankelijke evaluatie uitvoeren. De "
        "kosten worden gedeeld: de gemeente betaalt {40%|40|%|kosten van de evaluatie|p=Gemeente "
        "Brinkerade}, de corporaties ieder {30%|30|%|kosten van de evaluatie}.",
    ),
    Text(
        "Bij onenigheid zoeken de partijen eerst zelf een uitweg. Lukt dat niet, dan wijzen zij "
        "samen een bemiddelaar aan."
    ),
    Heading(None, "Ondertekening", 1),
    Text("Vastgesteld en ondertekend te Brinkerade op 28 november 2024."),
    Signatures(
        (
            "Gemeente Brinkerade, wethouder wonen",
            "Stichting Woonbrink, bestuurder",
            "Woonstichting Thuisveld, directeur",
            "Vereniging Huurdersstem, voorzitter",
            "Stichting Bewonersraad Thuisveld, voorzitter",
        )
    ),
    PageBreak(),
    Heading(None, "Bijlage 1: Activiteitenlijst 2025", 1),
    Text(
        "Deze lijst is een hulpmiddel bij de uitvoering en wordt ieder jaar vervangen. Aan de "
        "lijst kunnen geen rechten worden ontleend."
    ),
    Grid(
        ("Nr.", "Activiteit", "Wie", "Wanneer"),
        (
            ("1", "Startnotitie zuivelfabriek Tij", THUISVELD, "Februari"),
            ("2", "Keuze bureau huisvestingsverordening", "Gemeente", "Maart"),
            ("3", "Bewonersavond isolatie Oosterveen", "Thuisveld, Bewonersraad", "April"),
            ("4", "Werving energiecoaches", "Huurdersorganisaties", "Mei"),
            ("5", "Oplevering 24 appartementen Marktzijde", WOONBRINK, "Juli"),
            ("6", "Bouwrijp maken locatie Eskamp", "Gemeente", "Derde kwartaal"),
            ("7", "Bijeenkomst met sociaal team over meldingen", "Alle partijen", "Oktober"),
            ("8", "Herinrichting hofje Kuipersgang", WOONBRINK, "November"),
        ),
    ),
    Heading(None, "Bijlage 2: Begrippen", 1),
    Numbered(
        (
            "Knarrenhof: een hof waarin oudere bewoners zelfstandig wonen en elkaar bijstaan.",
            "Woonfonds: het gemeentelijke budget voor tijdelijke hulp bij de betaling van de huur.",
            "Mutatie: het moment waarop een woning van huurder wisselt.",
        )
    ),
)

DOCUMENT = Document(
    slug="brinkerade-2025-2028",
    title="Prestatieafspraken Brinkerade 2025-2028",
    municipality="Brinkerade",
    start=2025,
    end=2028,
    signed_on="2024-11-28",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Brinkerade", "de gemeente")),
        Party(WOONBRINK, "corporatie", ("Stichting Woonbrink",)),
        Party(THUISVELD, "corporatie", ("Woonstichting Thuisveld",)),
        Party(STEM, "huurdersorganisatie", ("Vereniging Huurdersstem",)),
        Party(RAAD, "huurdersorganisatie", ("Stichting Bewonersraad Thuisveld",)),
    ),
    blocks=(*OPENING, *SUPPLY, *COSTS, *SUSTAINABLE, *CARE, *PROCESS),
    footnotes={"1": "De Woonagenda is op 14 mei 2024 door de gemeenteraad vastgesteld."},
    header="Prestatieafspraken Brinkerade 2025-2028",
    footer="Definitieve versie, november 2024",
)
