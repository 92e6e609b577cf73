"""Sample 2, table style: agreements in ruled tables of several shapes. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    AgreementTable,
    Bullets,
    Column,
    Document,
    Figures,
    Heading,
    Numbered,
    PageBreak,
    Party,
    Signatures,
    Target,
    Text,
    Title,
)

THUISBORG, GENOOT, GEMEENTE = "Thuisborg", "Woongenoot", "Gemeente Sparrenhove"
HBT, PLATFORM, BEUKENHOF = "HBT", "Bewonersplatform Woongenoot", "De Beukenhof"

FIVE_COLUMNS = (
    Column("Nr", "number", 0.06),
    Column("Afspraak", "text", 0.47),
    Column("Trekker", "trekker", 0.15),
    Column("Betrokkenen", "betrokkenen", 0.17),
    Column("Planning", "planning", 0.15),
)

INTRODUCTION = (
    Title(
        (
            "Prestatieafspraken Sparrenhove 2026-2029",
            (
                "tussen de gemeente Sparrenhove, Thuisborg, Woongenoot, HBT, Bewonersplatform "
                "Woongenoot en De Beukenhof"
            ),
        )
    ),
    Heading(None, "Inleiding", 1),
    Text(
        "Sparrenhove bestaat uit een stadje op de zandrug en vier dorpen in het bos. De "
        "gemeente, de woningcorporaties Thuisborg en Woongenoot, de huurdersorganisaties "
        "HBT (Huurdersbelang Thuisborg) en Bewonersplatform Woongenoot en zorgorganisatie "
        "De Beukenhof maken voor het eerst afspraken voor vier jaar. De woonzorgvisie uit "
        "2024[^1] en de regionale woondeal zijn het vertrekpunt. Wat al in de wet of in "
        "een convenant geregeld is, herhalen we hier niet."
    ),
    Heading(None, "Leeswijzer", 2),
    Text(
        "Per hoofdstuk staan de afspraken in een tabel. De nummering begint in ieder "
        "hoofdstuk opnieuw. De trekker neemt het initiatief en is aanspreekbaar op de "
        "voortgang; de betrokkenen dragen bij aan de uitvoering. Begrippen zijn in de "
        "bijlage verklaard."
    ),
)

SUPPLY = (
    Heading(
        "1", "Beschikbaarheid", 1, theme="beschikbaarheid", prefix="Hoofdstuk ", separator=": "
    ),
    Text(
        "De vraag naar betaalbare huurwoningen is in Sparrenhove bijna twee keer zo groot "
        "als het aanbod. Bouwen binnen de bebouwde kom is ingewikkeld, bouwen in het bos "
        "vrijwel onmogelijk. Partijen richten zich daarom op vier grotere locaties en op "
        "het beter benutten van wat er al staat."
    ),
    AgreementTable(
        FIVE_COLUMNS,
        (
            Agreement(
                "1",
                (
                    (
                        "De corporaties breiden hun voorraad sociale huurwoningen in de "
                        "periode 2026-2029 uit met minimaal 240 woningen. Thuisborg neemt er "
                        "150 voor haar rekening en Woongenoot 90. De verdeling over de kernen "
                        "staat in tabel 1. Tegenvallers in het ene project vangen de "
                        "corporaties zo mogelijk op in een ander."
                    ),
                ),
                trekker="Corporaties",
                betrokkenen="Gemeente",
                planning="2026 t/m 2029",
                parties=(THUISBORG, GENOOT),
                targets=(
                    Target(
                        "minimaal 240 woningen",
                        240,
                        "woningen",
                        "uitbreiding voorraad",
                        "min",
                        period="2026-2029",
                    ),
                    Target(
                        "150",
                        150,
                        "woningen",
                        "uitbreiding voorraad",
                        party=THUISBORG,
                        period="2026-2029",
                    ),
                    Target(
                        "90",
                        90,
                        "woningen",
                        "uitbreiding voorraad",
                        party=GENOOT,
                        period="2026-2029",
                    ),
                ),
                figures=(
                    SUPPLY_FIGURES := Figures(
                        caption="Tabel 1: Uitbreiding sociale huurvoorraad per kern, 2026-2029",
                        header=("Kern", THUISBORG, GENOOT, "Totaal"),
                        rows=(
                            ("Sparrenhove-Centrum", "85", "40", "125"),
                            ("Boswijk", "45", "0", "45"),
                            ("Heikant", "20", "50", "70"),
                            ("Totaal", "150", "90", "240"),
                        ),
                        period="2026-2029",
                    )
                ),
                figures_apart=True,
            ),
            Agreement(
                "2",
                (
                    (
                        "De gemeente legt in ieder nieuw omgevingsplan vast dat 35% van de "
                        "woningen sociale huur is en ten minste 20% middenhuur. Zij wijst "
                        "ontwikkelaars actief op de corporaties als vaste partner. Afwijken "
                        "kan alleen na overleg met de corporaties."
                    ),
                ),
                trekker="Gemeente",
                betrokkenen="Corporaties",
                planning="Doorlopend",
                targets=(
                    Target("35%", 35, "%", "aandeel sociale huur"),
                    Target("ten minste 20%", 20, "%", "aandeel middenhuur", "min"),
                ),
            ),
            Agreement(
                "3",
                (
                    "Partijen stellen een gezamenlijke locatieagenda op. Daarin staan ten minste:",
                    Bullets(
                        (
                            (
                                "de locaties waar corporaties kunnen bouwen, met het eigendom "
                                "van de grond;"
                            ),
                            "de volgorde waarin de gemeente ambtelijke capaciteit inzet;",
                            "de risico’s rond stikstof, stroom en drinkwater.",
                        )
                    ),
                    (
                        "De locatieagenda wordt halfjaarlijks bijgewerkt en vastgesteld in het "
                        "bestuurlijk overleg."
                    ),
                ),
                trekker="Gemeente en corporaties",
                betrokkenen="Huurdersorganisaties, netbeheerder",
                planning="Q2 2026",
                targets=(Target("halfjaarlijks", 2, "keer_per_jaar", "bijwerken locatieagenda"),),
            ),
            Agreement(
                "4",
                (
                    (
                        "Thuisborg splitst in de looptijd van deze afspraken maximaal 30 grote "
                        "eengezinswoningen in tweeën, mits de parkeerdruk dat toelaat. De "
                        "gemeente behandelt de aanvragen gebundeld en rekent hiervoor geen "
                        "leges. Levert de proef te weinig op, dan zoeken partijen elders "
                        "compensatie (zie afspraak 1 en 3)."
                    ),
                ),
                trekker="Thuisborg",
                betrokkenen="Gemeente, HBT",
                planning="2026-2028",
                refs=("1", "3"),
                parties=(THUISBORG,),
                targets=(
                    Target(
                        "maximaal 30 grote eengezinswoningen",
                        30,
                        "woningen",
                        "splitsen",
                        "max",
                        THUISBORG,
                        "2026-2028",
                    ),
                ),
            ),
            Agreement(
                "5",
                (
                    (
                        "De corporaties verkopen alleen woningen die niet meer in hun "
                        "wensportefeuille passen. Per jaar gaat het om gemiddeld 5 woningen. "
                        "De opbrengst wordt binnen Sparrenhove besteed. Huurders van beide "
                        "corporaties krijgen voorrang als koper en mogen een inspectierapport "
                        "opvragen voordat zij beslissen. De gemeente verleent aan koopstarters "
                        "een starterslening van ten hoogste € 45.000. Voor deze lening is in "
                        "de begroting een bedrag van € 0,9 miljoen gereserveerd. Woningen in "
                        "straten waar al veel is verkocht blijven in bezit van de corporatie, "
                        "zodat groot onderhoud en verduurzaming daar uitvoerbaar blijven."
                    ),
                ),
                trekker="Corporaties",
                betrokkenen="Gemeente en huurdersorganisaties",
                planning="Jaarlijks",
                targets=(
                    Target(
                        "gemiddeld 5 woningen", 5, "woningen", "verkoop", "ca", period="per jaar"
                    ),
                    Target("ten hoogste € 45.000", 45000, "EUR", "starterslening", "max", GEMEENTE),
                    Target(
                        "€ 0,9 miljoen", 900000, "EUR", "budget startersleningen", party=GEMEENTE
                    ),
                    Target("Jaarlijks", 1, "keer_per_jaar", "planning verkoop"),
                ),
            ),
            Agreement(
                "6",
                (
                    (
                        "Woningruil tussen huurders van Thuisborg en Woongenoot wordt mogelijk "
                        "gemaakt via een gezamenlijk digitaal loket. Het loket gaat open vóór "
                        "1 september 2026 en wordt na twee jaar geëvalueerd."
                    ),
                ),
                trekker="Woongenoot",
                betrokkenen="Thuisborg, huurdersorganisaties",
                planning="Q3 2026",
                parties=(THUISBORG, GENOOT),
                targets=(Target("twee jaar", 2, "jaar", "evaluatie woningruil"),),
            ),
        ),
    ),
    SUPPLY_FIGURES,
)

COSTS = (
    Heading("2", "Betaalbaarheid", 1, theme="betaalbaarheid", prefix="Hoofdstuk ", separator=": "),
    Text(
        "Een woning is pas betaalbaar als er na huur en energie genoeg overblijft om van "
        "te leven. De afgelopen jaren is de armoede in Sparrenhove iets gedaald, maar 9% "
        "van de huurders heeft nog altijd een betalingsachterstand."
    ),
    AgreementTable(
        FIVE_COLUMNS,
        (
            Agreement(
                "1",
                (
                    (
                        "Van de vrijkomende woningen verhuurt Thuisborg ten minste 80% en "
                        "Woongenoot ten minste 72% onder de hoge aftoppingsgrens. De "
                        "corporaties lichten afwijkingen toe in de jaarlijkse rapportage."
                    ),
                ),
                trekker="Corporaties",
                betrokkenen="Huurdersorganisaties",
                planning="Doorlopend",
                parties=(THUISBORG, GENOOT),
                targets=(
                    Target(
                        "ten minste 80%",
                        80,
                        "%",
                        "verhuur onder hoge aftoppingsgrens",
                        "min",
                        THUISBORG,
                    ),
                    Target(
                        "ten minste 72%",
                        72,
                        "%",
                        "verhuur onder hoge aftoppingsgrens",
                        "min",
                        GENOOT,
                    ),
                    Target("jaarlijkse", 1, "keer_per_jaar", "rapportage"),
                ),
            ),
            Agreement(
                "2",
                (
                    (
                        "Partijen brengen vroegsignalering op orde. Bij een achterstand van "
                        "één maand of meer neemt de corporatie contact op met de huurder. Bij "
                        "twee maanden volgt een aanmelding bij de gemeente, die een "
                        "schuldhulpverlener laat langsgaan."
                    ),
                ),
                trekker="Gemeente",
                betrokkenen="Corporaties",
                planning="Doorlopend",
                targets=(
                    Target(
                        "één maand of meer",
                        1,
                        "overig:maand",
                        "achterstand",
                        "min",
                        role="condition",
                    ),
                    Target("twee maanden", 2, "overig:maanden", "achterstand", role="condition"),
                ),
            ),
            Agreement(
                "3",
                (
                    (
                        "De gemeente stelt in totaal € 180.000 beschikbaar voor energiecoaches "
                        "(2026: € 80.000, 2027: € 60.000 en 2028: € 40.000). De coaches "
                        "bezoeken elk jaar 250 huishoudens en brengen kleine besparende "
                        "voorzieningen aan."
                    ),
                ),
                trekker="Gemeente",
                betrokkenen="Alle partijen",
                planning="2026-2028",
                targets=(
                    Target(
                        "€ 180.000",
                        180000,
                        "EUR",
                        "energiecoaches",
                        party=GEMEENTE,
                        period="2026-2028",
                    ),
                    Target(
                        "€ 80.000", 80000, "EUR", "energiecoaches", party=GEMEENTE, period="2026"
                    ),
                    Target(
                        "€ 60.000", 60000, "EUR", "energiecoaches", party=GEMEENTE, period="2027"
                    ),
                    Target(
                        "€ 40.000", 40000, "EUR", "energiecoaches", party=GEMEENTE, period="2028"
                    ),
                    Target(
                        "250 huishoudens",
                        250,
                        "overig:huishoudens",
                        "bezoek energiecoach",
                        period="elk jaar",
                    ),
                ),
            ),
            Agreement(
                "4",
                (
                    (
                        "Woongenoot onderzoekt of zij het tweehurenbeleid dat Thuisborg al "
                        "kent, kan overnemen. Zij legt haar voorstel voor advies voor aan "
                        "Bewonersplatform Woongenoot."
                    ),
                ),
                trekker="Woongenoot",
                betrokkenen="Bewonersplatform Woongenoot",
                planning="2027",
                parties=(THUISBORG, GENOOT, PLATFORM),
            ),
        ),
        repeat_header=False,
    ),
)

SUSTAINABLE = (
    PageBreak(landscape=True),
    Heading("3", "Duurzaamheid", 1, theme="duurzaamheid", prefix="Hoofdstuk ", separator=": "),
    Text(
        "Voor dit thema werken we met doelen voor de hele looptijd en met afspraken die "
        "per jaar worden vernieuwd. De kolom Afspraak 2026 wordt in het najaar van 2026 "
        "vervangen."
    ),
    AgreementTable(
        (
            Column("Nr", "number", 0.05),
            Column("Doelstelling", "doelstelling", 0.27),
            Column("Afspraak 2026", "text", 0.42),
            Column("Actiehouder", "trekker", 0.14),
            Column("Gereed", "planning", 0.12),
        ),
        (
            Agreement(
                "1",
                (
                    (
                        "Thuisborg isoleert 110 woningen en Woongenoot 65 woningen tot de "
                        "landelijke isolatiestandaard."
                    ),
                ),
                trekker="Corporaties",
                planning="December 2026",
                context={
                    "doelstelling": (
                        "In 2029 voldoet het grootste deel van de "
                        "huurwoningen aan de isolatiestandaard."
                    )
                },
                parties=(THUISBORG, GENOOT),
                targets=(
                    Target(
                        "110 woningen", 110, "woningen", "isoleren", party=THUISBORG, period="2026"
                    ),
                    Target("65 woningen", 65, "woningen", "isoleren", party=GENOOT, period="2026"),
                ),
            ),
            Agreement(
                "2",
                (
                    (
                        "De corporaties delen hun onderhoudsplanning voor de komende vijf jaar "
                        "met de gemeente."
                    ),
                ),
                trekker="Corporaties",
                planning="1 maart 2026",
                context={
                    "doelstelling": (
                        "In 2029 voldoet het grootste deel van de "
                        "huurwoningen aan de isolatiestandaard."
                    )
                },
                merged=("doelstelling",),
                targets=(Target("vijf jaar", 5, "jaar", "onderhoudsplanning"),),
            ),
            Agreement(
                "3",
                (
                    (
                        "De gemeente maakt een warmteprogramma en organiseert hierover "
                        "minimaal drie bijeenkomsten voor huurders in Boswijk en Heikant."
                    ),
                ),
                trekker="Gemeente",
                planning="Q4 2026",
                context={
                    "doelstelling": (
                        "In 2029 weet minstens 90% van de huurders "
                        "wanneer hun wijk van het aardgas af gaat."
                    )
                },
                targets=(
                    Target(
                        "minimaal drie bijeenkomsten", 3, "bijeenkomsten", "warmteprogramma", "min"
                    ),
                    Target(
                        "minstens 90%",
                        90,
                        "%",
                        "huurders die weten wanneer de wijk aan de beurt is",
                        "min",
                        period="2029",
                    ),
                ),
            ),
            Agreement(
                "4",
                (
                    (
                        "Bij alle nieuwe complexen wordt regenwater op eigen terrein geborgen. "
                        "Partijen kiezen samen twee complexen waar verharding plaatsmaakt voor "
                        "groen."
                    ),
                ),
                trekker="Gemeente en corporaties",
                planning="2026",
                context={"doelstelling": "De buurten zijn bestand tegen hitte en wateroverlast."},
                targets=(Target("twee complexen", 2, "complexen", "vergroening"),),
            ),
            Agreement(
                "5",
                (
                    (
                        "HBT en Bewonersplatform Woongenoot verzamelen ideeën van huurders voor "
                        "groene tuinen."
                    ),
                ),
                trekker="Huurdersorganisaties",
                planning="Mei 2026",
                context={"doelstelling": "De buurten zijn bestand tegen hitte en wateroverlast."},
                merged=("doelstelling",),
                parties=(HBT, PLATFORM),
            ),
        ),
        horizon="2026",
    ),
    PageBreak(),
)

DETAIL_COLUMNS = (
    Column("Afspraak", "numbered", 0.51),
    Column("Trekker", "trekker", 0.16),
    Column("Betrokkenen", "betrokkenen", 0.18),
    Column("Uitvoering", "planning", 0.15),
)

CARE = (
    Heading("4", "Wonen en zorg", 1, theme="wonen_zorg", prefix="Hoofdstuk ", separator=": "),
    Heading("4.1", "Ouder worden in de eigen kern", 2),
    Heading(None, "Waar staan we voor?", 3),
    Text(
        "Over tien jaar is een op de drie inwoners ouder dan 65 jaar. De meesten willen "
        "blijven wonen waar zij hun buren kennen. Daarvoor zijn er te weinig woningen "
        "zonder drempels en te weinig plekken om elkaar te ontmoeten."
    ),
    Heading(None, "Inzet: wat spreken we met elkaar af?", 3),
    Agreement(
        "1",
        ("In iedere kern komt een woongebouw of hof voor ouderen met een ontmoetingsruimte.",),
        kind="inzet",
    ),
    Agreement(
        "2",
        (
            (
                "De corporaties maken tot en met 2029 in totaal 120 bestaande woningen "
                "geschikt voor bewoners die slecht ter been zijn."
            ),
        ),
        kind="inzet",
        targets=(
            Target("120 bestaande woningen", 120, "woningen", "geschikt maken", period="t/m 2029"),
        ),
    ),
    Agreement(
        "3",
        (
            (
                "De gemeente neemt het initiatief om met De Beukenhof en de corporaties een "
                "avond- en nachtzorgroute op te zetten."
            ),
        ),
        kind="inzet",
        trekkers=("gemeente",),
        parties=(BEUKENHOF,),
    ),
    Heading(None, "Doelstellingen: hoe werken we dat uit?", 3),
    AgreementTable(
        DETAIL_COLUMNS,
        (
            Agreement(
                "Bij 1",
                (
                    (
                        "Thuisborg bouwt een hof van 22 tot 26 woningen in Boswijk. De "
                        "gemeente stelt de grond beschikbaar tegen de sociale grondprijs."
                    ),
                ),
                kind="doelstelling",
                trekker="Thuisborg",
                betrokkenen="Gemeente, De Beukenhof",
                planning="2027",
                refs=("1",),
                parties=(THUISBORG,),
                targets=(
                    Target(
                        "22 tot 26 woningen",
                        22,
                        "woningen",
                        "hof Boswijk",
                        "range",
                        THUISBORG,
                        "2027",
                        value_max=26,
                    ),
                ),
            ),
            Agreement(
                "Bij 1",
                ("Woongenoot zoekt in Heikant een locatie voor circa 18 appartementen.",),
                kind="doelstelling",
                trekker="Woongenoot",
                betrokkenen="Gemeente",
                planning="2028-2029",
                refs=("1",),
                parties=(GENOOT,),
                targets=(
                    Target(
                        "circa 18 appartementen",
                        18,
                        "woningen",
                        "Heikant",
                        "ca",
                        GENOOT,
                        "2028-2029",
                    ),
                ),
            ),
            Agreement(
                "Bij 2",
                (
                    (
                        "De corporaties passen per jaar 30 woningen aan. De gemeente vergoedt "
                        "hiervan 40% uit de Wmo-middelen en beslist binnen de wettelijke "
                        "termijn op aanvragen."
                    ),
                ),
                kind="doelstelling",
                trekker="Corporaties",
                betrokkenen="Gemeente, huurdersorganisaties",
                planning="2026: 30 woningen 2027 t/m 2029: 90 woningen",
                refs=("2",),
                targets=(
                    Target("30 woningen", 30, "woningen", "aanpassen woningen", period="per jaar"),
                    Target("40%", 40, "%", "vergoeding uit Wmo-middelen", party=GEMEENTE),
                    Target("30 woningen", 30, "woningen", "aanpassen woningen", period="2026"),
                    Target("90 woningen", 90, "woningen", "aanpassen woningen", period="2027-2029"),
                ),
            ),
            Agreement(
                "Bij 3",
                (
                    (
                        "De Beukenhof maakt een plan voor de zorgroute en bespreekt dit met de "
                        "thuiszorgorganisaties in de regio."
                    ),
                ),
                kind="doelstelling",
                trekker="De Beukenhof",
                betrokkenen="Gemeente en zorgaanbieders",
                planning="Q1 2027",
                refs=("3",),
                parties=(BEUKENHOF,),
            ),
        ),
    ),
)

NEIGHBOURHOOD = (
    Heading("5", "Leefbaarheid", 1, theme="leefbaarheid", prefix="Hoofdstuk ", separator=": "),
    Text(
        "Een buurt is van iedereen. Partijen zetten hun mensen en middelen in waar de "
        "draagkracht het kleinst is."
    ),
    AgreementTable(
        (
            Column("Nr", "number", 0.06),
            Column("Afspraak", "text", 0.36),
            Column("Toelichting", "toelichting", 0.28),
            Column("Trekker", "trekker", 0.16),
            Column("Gereed", "planning", 0.14),
        ),
        (
            Agreement(
                "1",
                (
                    (
                        "De corporaties besteden samen € 110.000 per jaar aan "
                        "bewonersinitiatieven en buurtbeheer."
                    ),
                ),
                trekker="Corporaties",
                planning="Doorlopend",
                context={
                    "toelichting": (
                        "Naar rato van bezit: Thuisborg € 70.000 en Woongenoot € 40.000."
                    )
                },
                targets=(
                    Target(
                        "€ 110.000",
                        110000,
                        "EUR",
                        "bewonersinitiatieven en buurtbeheer",
                        period="per jaar",
                    ),
                    Target(
                        "€ 70.000",
                        70000,
                        "EUR",
                        "bewonersinitiatieven en buurtbeheer",
                        party=THUISBORG,
                    ),
                    Target(
                        "€ 40.000",
                        40000,
                        "EUR",
                        "bewonersinitiatieven en buurtbeheer",
                        party=GENOOT,
                    ),
                ),
            ),
            Agreement(
                "2",
                (
                    (
                        "Voor de wijk Heikant-Noord komt er een wijkteam waarin de wijkagent, "
                        "de woonconsulenten en het jongerenwerk samenkomen. Het team komt "
                        "iedere maand bij elkaar."
                    ),
                ),
                trekker="Gemeente",
                planning="Q2 2026",
                context={"toelichting": "Zie ook de evaluatie van de aanpak in Boswijk."},
                targets=(Target("iedere maand", 12, "keer_per_jaar", "wijkteam"),),
            ),
            Agreement(
                "3",
                (
                    (
                        "HBT organiseert jaarlijks een schone-portiekendag. De corporaties zorgen "
                        "voor containers."
                    ),
                ),
                trekker="HBT",
                planning="2026 en verder",
                parties=(HBT,),
                targets=(Target("jaarlijks", 1, "keer_per_jaar", "schone-portiekendag"),),
            ),
            Agreement(
                "4",
                (
                    (
                        "Nieuwe bewoners krijgen kort na hun verhuizing bezoek van een "
                        "gastheer of gastvrouw uit de buurt. Daarbij is aandacht voor de "
                        "Nederlandse taal, voor afvalscheiding en voor de weg naar het "
                        "buurthuis."
                    ),
                ),
                trekker="Corporaties en huurdersorganisaties",
                planning="Q1 2027",
                context={
                    "toelichting": "Begonnen wordt in de complexen met de meeste verhuizingen."
                },
            ),
        ),
    ),
)

PROCESS = (
    Heading("6", "Samenwerking", 1, theme="samenwerking", prefix="Hoofdstuk ", separator=": "),
    Text("Ieder jaar doorlopen partijen dezelfde stappen."),
    AgreementTable(
        (
            Column("Onderdeel", "titled", 0.3),
            Column("Periode", "planning", 0.2),
            Column("Afspraak", "text", 0.5),
        ),
        (
            Agreement(
                "1",
                (
                    (
                        "De gemeente nodigt uit voor een terugblik op het afgelopen jaar en deelt "
                        "vooraf de cijfers."
                    ),
                ),
                title="Terugblik",
                kind="procesafspraak",
                planning="Februari - maart",
            ),
            Agreement(
                "2",
                (
                    (
                        "De corporaties brengen hun bod uit. De huurdersorganisaties schrijven "
                        "daarover een advies."
                    ),
                ),
                title="Bod en advies",
                kind="procesafspraak",
                planning="Mei - juni",
            ),
            Agreement(
                "3",
                (
                    (
                        "Het bestuurlijk overleg stelt de jaarafspraken vast. Wie een afspraak "
                        "niet nakomt, meldt dat uit zichzelf."
                    ),
                ),
                title="Vaststellen jaarafspraken",
                kind="procesafspraak",
                planning="September - november",
            ),
        ),
    ),
    Heading(None, "Ondertekening", 1),
    Text("Aldus opgemaakt in zesvoud en ondertekend te Sparrenhove op 18 november 2025."),
    Signatures(
        (
            "Gemeente Sparrenhove, wethouder",
            "Thuisborg, bestuurder",
            "Woongenoot, bestuurder",
            "HBT, voorzitter",
            "Bewonersplatform Woongenoot, voorzitter",
            "De Beukenhof, raad van bestuur",
        )
    ),
    Heading(None, "Bijlage: Begrippen", 1),
    Numbered(
        (
            (
                "Sociale huurwoning: een woning met een aanvangshuur tot de liberalisatiegrens "
                "die in het jaar van verhuur geldt."
            ),
            "Middenhuur: een woning met een huur boven die grens en ten hoogste 186 punten.",
            (
                "Vereveningsfonds: een fonds waaruit de gemeente sociale huurwoningen op "
                "lastige locaties steunt."
            ),
            (
                "Wensportefeuille: de woningvoorraad die een corporatie over 20 jaar nodig "
                "denkt te hebben."
            ),
        )
    ),
)

DOCUMENT = Document(
    slug="sparrenhove-2026-2029",
    title="Prestatieafspraken Sparrenhove 2026-2029",
    municipality="Sparrenhove",
    start=2026,
    end=2029,
    signed_on="2025-11-18",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Sparrenhove",)),
        Party(THUISBORG, "corporatie"),
        Party(GENOOT, "corporatie"),
        Party(HBT, "huurdersorganisatie", ("Huurdersbelang Thuisborg",)),
        Party(PLATFORM, "huurdersorganisatie"),
        Party(BEUKENHOF, "zorg", ("zorgorganisatie De Beukenhof",)),
    ),
    blocks=(*INTRODUCTION, *SUPPLY, *COSTS, *SUSTAINABLE, *CARE, *NEIGHBOURHOOD, *PROCESS),
    footnotes={"1": "Vastgesteld door de gemeenteraad van Sparrenhove op 26 september 2024."},
    header="Gemeente Sparrenhove | Thuisborg | Woongenoot",
    footer="Prestatieafspraken Sparrenhove 2026-2029",
    hyphenation=(
        "huur-ders-or-ga-ni-sa-ties",
        "Huur-ders-or-ga-ni-sa-ties",
        "Bewoners-platform",
        "soci-a-le",
        "huur-wo-ningen",
        "eengezins-woningen",
        "ontwik-ke-laars",
        "locatie-agenda",
        "gezamen-lijke",
        "capaci-teit",
        "vast-gesteld",
        "bestuur-lijk",
        "beschik-baar",
        "wens-portefeuille",
        "inspectie-rapport",
        "begro-ting",
        "verduur-zaming",
        "uitvoer-baar",
        "vroeg-signalering",
        "schuldhulp-verlener",
        "aftoppings-grens",
        "energie-coaches",
        "besparen-de",
        "voorzie-ningen",
        "isolatie-standaard",
        "onderhouds-planning",
        "warmte-programma",
        "bijeen-komsten",
        "bewoners-initiatieven",
        "woon-consulenten",
        "jongeren-werk",
        "samen-komen",
        "gemeen-te",
        "Gemeen-te",
        "corpo-raties",
        "Corpo-raties",
        "betrok-kenen",
        "tegen-vallers",
        "verhui-zingen",
        "afval-scheiding",
        "beschik-baar",
        "apparte-menten",
        "compen-satie",
        "parkeer-druk",
        "rappor-tage",
    ),
)
