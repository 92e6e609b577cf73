"""Sample of articles: the paragraphs 3.1.1, 3.1.2, … are the agreements. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    Block,
    Bullets,
    Contents,
    Document,
    Figures,
    Grid,
    Heading,
    Numbered,
    PageBreak,
    Party,
    Signatures,
    Text,
    Title,
)

GRONDEN, WAARDHUIS, DREMPEL, RAAD, GEMEENTE = (
    "Lage Gronden",
    "Waardhuis",
    "De Drempel",
    "Bewonersraad Waardhuis",
    "Gemeente Kloosterwaard",
)


def article(number: str, title: str, theme: str | None = None) -> Heading:
    return Heading(number, title, 1, theme=theme, prefix="ARTIKEL ", separator=" | ")


OPENING: tuple[Block, ...] = (
    Title(
        (
            "Prestatieafspraken Kloosterwaard 2025-2029",
            "Overeenkomst tussen de gemeente Kloosterwaard, Woonstichting Lage Gronden,",
            "Stichting Waardhuis, Huurdersvereniging De Drempel en Bewonersraad Waardhuis",
        )
    ),
    Contents("Inhoudsopgave"),
    PageBreak(),
    Heading(None, "De ondergetekenden", 1),
    Numbered(
        (
            (
                "de **gemeente Kloosterwaard**, op grond van het mandaatbesluit vertegenwoordigd "
                "door de wethouder met wonen in de portefeuille, hierna: de gemeente;"
            ),
            (
                "**Woonstichting Lage Gronden**, met zetel in Kloosterwaard, vertegenwoordigd "
                "door haar directeur-bestuurder, hierna: Lage Gronden;"
            ),
            (
                "**Stichting Waardhuis**, met zetel in Kloosterwaard en werkzaam in drie "
                "gemeenten, vertegenwoordigd door haar bestuurder, hierna: Waardhuis;"
            ),
            (
                "**Huurdersvereniging De Drempel**, die opkomt voor de huurders van Lage Gronden, "
                "vertegenwoordigd door de voorzitter, hierna: De Drempel;"
            ),
            (
                "**Bewonersraad Waardhuis**, die opkomt voor de huurders van Waardhuis, "
                "vertegenwoordigd door de voorzitter en de secretaris, hierna: de bewonersraad;"
            ),
        )
    ),
    Text(
        "Lage Gronden en Waardhuis heten samen de corporaties, De Drempel en de bewonersraad "
        "samen de huurdersorganisaties. Allen tezamen heten zij partijen."
    ),
    Heading(None, "Overwegende dat", 1),
    Bullets(
        (
            (
                "de gemeenteraad in het voorjaar van 2024 het Volkshuisvestingsprogramma "
                "“Kloosterwaard bouwt verder” heeft vastgesteld;[^1]"
            ),
            (
                "de corporaties daarop voor de zomer een overzicht van voorgenomen werkzaamheden "
                "hebben uitgebracht, met een doorkijk van vijf jaar;"
            ),
            (
                "de huurdersorganisaties dat overzicht met hun achterban hebben besproken en op "
                "gelijke voet aan de overleggen hebben deelgenomen;"
            ),
            (
                "de druk op de woningmarkt in de drie kernen alleen te verlichten is als iedere "
                "partij doet waar zij goed in is;"
            ),
        )
    ),
    Text("komen partijen het volgende overeen."),
    article("1", "DEFINITIES"),
    Text("In deze overeenkomst wordt verstaan onder:"),
    Numbered(
        (
            (
                "Sociale huurwoning: een zelfstandige woning met een aanvangshuur tot aan de "
                "grens waarboven geen huurtoeslag meer mogelijk is, in eigendom van een "
                "toegelaten instelling."
            ),
            (
                "Middenhuurwoning: een zelfstandige woning waarvan de huur op grond van het "
                "puntenstelsel tussen 144 en 186 punten valt."
            ),
            (
                "Nultredenwoning: een woning waarin de woonkamer, de keuken, het toilet, de "
                "badkamer en ten minste een slaapkamer zonder traplopen bereikbaar zijn."
            ),
            (
                "Voorraad: alle sociale huurwoningen van de corporaties in de gemeente op 1 "
                "januari van het jaar waarin wordt gemeten."
            ),
            (
                "Onrendabele top: het deel van de investering dat niet uit de huuropbrengst kan "
                "worden terugverdiend."
            ),
        )
    ),
    article("2", "KADER EN DUUR"),
    Numbered(
        (
            (
                "Deze overeenkomst berust op artikel 44 van de Woningwet en geldt als uitwerking "
                "van het gemeentelijke volkshuisvestingsprogramma."
            ),
            (
                "De overeenkomst gaat in op 1 januari 2025 en eindigt van rechtswege op 31 "
                "december 2029. Stilzwijgende verlenging is uitgesloten."
            ),
            (
                "Wijzigingen in de wet die de uitvoering van een afspraak onmogelijk maken, geven "
                "iedere partij het recht om binnen drie maanden heropening van het gesprek te "
                "vragen."
            ),
        )
    ),
)

SUPPLY: tuple[Block, ...] = (
    article("3", "BESCHIKBAARHEID", "beschikbaarheid"),
    Text(
        "Kloosterwaard telt ruim 21.000 huishoudens, verdeeld over de stad en de dorpen Sint "
        "Aagten en Overwaard. De wachttijd voor een sociale huurwoning ligt op gemiddeld zeven "
        "jaar en de kans van een reactie op een advertentie is kleiner dan een procent. Vooral "
        "alleenstaanden en jonge stellen komen er niet tussen."
    ),
    Heading(None, "Wat wij willen bereiken", 3),
    Bullets(
        (
            (
                "Een woningzoekende met een laag inkomen vindt in 2030 gemiddeld binnen vijf jaar "
                "een huis."
            ),
            "Er wordt gebouwd in alle drie de kernen, en niet alleen aan de rand van de stad.",
        )
    ),
    Heading("3.1", "Nieuwbouw en voorraad", 2),
    Agreement(
        "3.1.1",
        (
            (
                "De corporaties leveren in de looptijd van deze overeenkomst samen {ten minste "
                "540 sociale huurwoningen|540|woningen|oplevering sociale "
                "huur|q=min;per=2025-2029} op. Hoe deze opgave over de corporaties en de jaren is "
                "verdeeld, blijkt uit de tabel hieronder. Loopt een project uit, dan verschuift "
                "het aantal naar het volgende jaar; het vervalt niet."
            ),
        ),
        figures=Figures(
            caption="Tabel 1. Opleveringen sociale huur naar corporatie",
            header=("", GRONDEN, WAARDHUIS),
            rows=(
                ("Opleveringen 2025-2026", "95", "70"),
                ("Opleveringen 2027-2029", "215", "160"),
                ("Sloop 2025-2029", "-48", "-36"),
            ),
        ),
    ),
    Agreement(
        "3.1.2",
        (
            (
                "In ieder plan van {12 woningen of meer|12|woningen|omvang van het "
                "plan|q=min;r=condition} verlangt de gemeente dat {minimaal 35%|35|%|aandeel "
                "sociale huur|q=min} van het programma uit sociale huur bestaat en "
                "{20%|20|%|aandeel middenhuur} uit middenhuur. Zij neemt dit op in het "
                "omgevingsplan en in de anterieure overeenkomst. Wil een ontwikkelaar daarvan "
                "afwijken, dan vraagt de gemeente eerst advies aan de corporaties en wijst zij "
                "het verzoek af als het tekort niet binnen dezelfde kern wordt goedgemaakt."
            ),
        ),
    ),
    Agreement(
        "3.1.3",
        (
            (
                "De gemeente draagt de locaties Wilgenhof, Melkfabriek en Sportlaan-Oost tegen de "
                "sociale grondprijs over aan de corporaties. Voor deze locaties geldt de volgende "
                "taakverdeling:"
            ),
            Bullets(
                (
                    (
                        "op Wilgenhof bouwt Lage Gronden {64 appartementen|64|woningen|nieuwbouw "
                        "Wilgenhof|p=Lage Gronden} voor kleine huishoudens;"
                    ),
                    (
                        "op de Melkfabriek bouwt Waardhuis {40 tot 46 "
                        "woningen|40|woningen|nieuwbouw Melkfabriek|m=46;p=Waardhuis}, waarvan "
                        "een deel in het oude ketelhuis;"
                    ),
                    (
                        "voor Sportlaan-Oost maakt de gemeente voor 1 juli 2026 een keuze tussen "
                        "de corporaties, op basis van een vergelijking van plankwaliteit en "
                        "snelheid."
                    ),
                )
            ),
            (
                "Blijkt een locatie door stikstof, netcongestie of bodemvervuiling niet "
                "uitvoerbaar, dan biedt de gemeente {binnen twaalf "
                "maanden|12|overig:maanden|aanbod vervangende locatie|q=max} een vervangende plek "
                "aan."
            ),
        ),
        parties=(GRONDEN, WAARDHUIS),
    ),
    Agreement(
        "3.1.4",
        (
            (
                "Het aantal woningen dat de corporaties verkopen, blijft beperkt tot {ten hoogste "
                "15 woningen|15|woningen|verkoop|q=max;per=per jaar} per jaar voor beide samen. "
                "De opbrengst komt geheel ten goede aan nieuwbouw in Kloosterwaard. Woningen in "
                "Sint Aagten en Overwaard worden niet verkocht zolang daar geen vervanging is "
                "opgeleverd."
            ),
        ),
    ),
    Agreement(
        "3.1.5",
        (
            (
                "Partijen onderzoeken of leegstaande winkels en kantoren in de binnenstad tot "
                "woningen kunnen worden omgebouwd. De gemeente neemt het voortouw en levert de "
                "lijst van panden, de corporaties rekenen de kansrijke gevallen door."
            ),
        ),
        trekkers=("gemeente",),
    ),
    Heading("3.2", "Toewijzing en doorstroming", 2),
    Text(
        "Nieuwe woningen leveren het meeste op als zij een verhuisketen in gang zetten. Oudere "
        "huurders wonen vaak naar tevredenheid in een ruime gezinswoning en zien op tegen de "
        "rompslomp van een verhuizing. Daar valt met goede hulp veel te winnen."
    ),
    Agreement(
        "3.2.1",
        (
            (
                "Huurders van {67 jaar en ouder|67|jaar|leeftijd van de "
                "huurder|q=min;r=condition} die een eengezinswoning van een van de corporaties "
                "achterlaten, behouden bij verhuizing naar een nultredenwoning de huurprijs per "
                "vierkante meter die zij betaalden."
            ),
        ),
    ),
    Agreement(
        "3.2.2",
        (
            (
                "De corporaties stellen samen een wooncoach aan die per jaar met {ongeveer 80 "
                "huishoudens|80|overig:huishoudens|gesprekken met de wooncoach|q=ca;per=per jaar} "
                "een gesprek voert over hun woonwensen. De kosten worden gedeeld: Lage Gronden "
                "betaalt {€ 32.000|32000|EUR|bijdrage wooncoach|p=Lage Gronden;per=per jaar}, "
                "Waardhuis {€ 24.000|24000|EUR|bijdrage wooncoach|p=Waardhuis;per=per jaar} en de "
                "gemeente {€ 20.000|20000|EUR|bijdrage wooncoach|p=Gemeente Kloosterwaard;per=per "
                "jaar} per jaar."
            ),
        ),
        parties=(GRONDEN, WAARDHUIS),
    ),
    Agreement(
        "3.2.3",
        (
            (
                "Van de woningen die vrijkomen, gaat {niet meer dan 25%|25|%|toewijzing met "
                "voorrang|q=max} naar woningzoekenden met voorrang. De corporaties houden dit "
                "aandeel bij en waarschuwen de gemeente zodra het {boven 22%|22|%|toewijzing met "
                "voorrang|q=min;r=condition} uitkomt."
            ),
        ),
    ),
)

COSTS: tuple[Block, ...] = (
    article("4", "BETAALBAARHEID", "betaalbaarheid"),
    Text(
        "De huur is voor de meeste huurders de grootste vaste last. Een op de vijf huurders van "
        "de corporaties houdt volgens het woonlastenonderzoek van 2023[^2] te weinig over voor de "
        "gewone uitgaven. De oorzaak ligt vaak buiten de huur, bij energie, zorgkosten of een "
        "wisselend inkomen. Daarom gaat dit artikel ook over hulp."
    ),
    Heading("4.1", "Huurbeleid", 2),
    Agreement(
        "4.1.1",
        (
            (
                "De corporaties verhuren van hun voorraad {minimaal 72%|72|%|voorraad onder de "
                "tweede aftoppingsgrens|q=min} onder de tweede aftoppingsgrens. Binnen dat deel "
                "houdt ieder van hen {15%|15|%|voorraad onder de kwaliteitskortingsgrens} onder "
                "de kwaliteitskortingsgrens, zodat er ook voor jongeren aanbod blijft."
            ),
        ),
    ),
    Agreement(
        "4.1.2",
        (
            (
                "De huurverhoging van de corporaties blijft {gemiddeld 0,5 "
                "procentpunt|0.5|%|huurverhoging onder de loonontwikkeling|q=ca} onder de "
                "loonontwikkeling van het jaar ervoor. Voor huurders met een woning van slechte "
                "energetische kwaliteit vervalt de verhoging."
            ),
        ),
    ),
    Agreement(
        "4.1.3",
        (
            (
                "Stijgt de huur door sloop en terugkeer, dan groeit de huurder in {drie "
                "jaar|3|jaar|huurgewenning na terugkeer} naar de nieuwe prijs toe. De corporatie "
                "meldt dit voor de ondertekening van het contract schriftelijk en in gewone taal."
            ),
        ),
    ),
    Heading("4.2", "Schulden voorkomen", 2),
    Agreement(
        "4.2.1",
        (
            (
                "Betaalt een huurder niet, dan zoekt de corporatie hem {binnen veertien "
                "dagen|14|overig:dagen|contact bij huurachterstand|q=max} op. Bij een achterstand "
                "van {twee maanden|2|overig:maanden|huurachterstand bij melding|r=condition} "
                "meldt zij dit bij het gemeentelijke Geldloket, dat {binnen vijf "
                "werkdagen|5|overig:werkdagen|hulpaanbod Geldloket|q=max;p=Gemeente "
                "Kloosterwaard} hulp aanbiedt."
            ),
        ),
    ),
    Agreement(
        "4.2.2",
        (
            (
                "Ontruiming wegens huurschuld is het laatste middel. Partijen streven ernaar dat "
                "er {hooguit 4|4|overig:ontruimingen|ontruiming wegens huurschuld|q=max;per=per "
                "jaar} per jaar plaatsvinden, en geen enkele waarbij kinderen betrokken zijn. "
                "Dreigt het toch zo ver te komen, dan belegt de gemeente een spoedoverleg met de "
                "corporatie, het Geldloket en, als de huurder dat wil, een vertrouwenspersoon van "
                "De Drempel of de bewonersraad. In dat overleg wordt besproken:"
            ),
            Bullets(
                (
                    (
                        "of de schuld met een regeling, een budgetbeheerder of een lening van de "
                        "gemeente kan worden opgelost;"
                    ),
                    "of een andere woning met een lagere huur uitkomst biedt;",
                    "welke hulp het gezin nodig heeft om herhaling te voorkomen.",
                )
            ),
        ),
        parties=(DREMPEL, RAAD),
    ),
    Agreement(
        "4.2.3",
        (
            (
                "De huurdersorganisaties organiseren {tweemaal per "
                "jaar|2|keer_per_jaar|formulierenavond} een formulierenavond waar huurders hulp "
                "krijgen bij toeslagen. De corporaties stellen de ruimte beschikbaar en de "
                "gemeente zorgt dat er een medewerker van het Geldloket aanwezig is."
            ),
        ),
    ),
)

SUSTAINABLE: tuple[Block, ...] = (
    article("5", "KWALITEIT EN VERDUURZAMING", "duurzaamheid"),
    Text(
        "De voorraad is voor het grootste deel gebouwd tussen 1955 en 1985. Veel woningen zijn al "
        "voorzien van dubbel glas, maar de gevels en vloeren blijven achter. Met de opkomst van "
        "hete zomers is ook koelte een vraagstuk geworden."
    ),
    Heading(None, "Wat wij willen bereiken", 3),
    Bullets(
        (
            "Geen huurder stookt nog voor de buitenlucht: de slechtste labels verdwijnen.",
            "Straten en tuinen kunnen tegen stortbuien en hitte.",
        )
    ),
    Heading("5.1", "Energie", 2),
    Agreement(
        "5.1.1",
        (
            (
                "Uiterlijk in 2028 verhuren de corporaties geen woningen meer met label E, F of "
                "G, op {90 woningen|90|woningen|uitgezonderde woningen met slecht label} na die "
                "voor sloop of als monument op een lijst staan. Het gaat op dit moment nog om "
                "{610 woningen|610|woningen|voorraad met label E, F of G|r=context}."
            ),
        ),
    ),
    Agreement(
        "5.1.2",
        (
            (
                "Lage Gronden isoleert elk jaar {120 woningen|120|woningen|isolatie|p=Lage "
                "Gronden;per=per jaar} naar de standaard, Waardhuis "
                "{85|85|woningen|isolatie|p=Waardhuis;per=per jaar}. Huurders betalen voor "
                "isolatie geen hogere huur.[^3]"
            ),
        ),
        parties=(GRONDEN, WAARDHUIS),
    ),
    Agreement(
        "5.1.3",
        (
            (
                "Voordat een buurt van het aardgas af gaat, legt de gemeente samen met de "
                "corporatie een warmteplan aan de bewoners voor. Bij een collectief warmtenet "
                "moet {70%|70|%|instemming van huurders|r=condition} van de huurders instemmen. "
                "De gemeente voert de regie over de planning en stemt die af op de "
                "rioolvervanging."
            ),
        ),
        trekkers=("gemeente",),
    ),
    Heading("5.2", "Groen en klimaat", 2),
    Agreement(
        "5.2.1",
        (
            (
                "In {zes complexen|6|complexen|vergroening van binnenterreinen|per=t/m 2029} "
                "wordt tot en met 2029 het binnenterrein ontsteend en beplant. De gemeente draagt "
                "{de helft|50|%|bijdrage in de kosten van vergroening|p=Gemeente Kloosterwaard} "
                "van de kosten bij en levert bomen uit de eigen kwekerij."
            ),
        ),
    ),
    Agreement(
        "5.2.2",
        (
            (
                "Bij vervanging van daken kiest een corporatie voor een groen dak of een dak met "
                "zonnepanelen, tenzij de constructie dat niet toelaat."
            ),
        ),
    ),
)

CARE: tuple[Block, ...] = (
    article("6", "WONEN EN ZORG", "wonen_zorg"),
    Text(
        "Het aantal inwoners van 80 jaar en ouder verdubbelt voor 2040. Een deel van hen zal zorg "
        "thuis nodig hebben. Daarnaast vragen mensen die uit een instelling komen om een gewoon "
        "huis in een gewone straat, met begeleiding in de buurt."
    ),
    Heading("6.1", "Ouder worden in de eigen buurt", 2),
    Agreement(
        "6.1.1",
        (
            (
                "De corporaties maken {150 bestaande woningen|150|woningen|geschikt maken als "
                "nultredenwoning|per=2025-2029} geschikt als nultredenwoning. Zij beginnen in de "
                "buurten rond de gezondheidscentra en gaan daarna verder in Overwaard."
            ),
        ),
        title="Bestaande woningen aanpassen",
    ),
    Agreement(
        "6.1.2",
        (
            (
                "Waardhuis ontwikkelt in Sint Aagten een hofje met {24 geclusterde "
                "woningen|24|woningen|hofje Sint Aagten|p=Waardhuis} en een gemeenschappelijke "
                "huiskamer. De gemeente betaalt de inrichting van de huiskamer tot een bedrag van "
                "{maximaal € 60.000|60000|EUR|inrichting huiskamer|q=max;p=Gemeente "
                "Kloosterwaard}. De bewoners beheren de ruimte zelf; in het eerste jaar krijgen "
                "zij daarbij hulp van het welzijnswerk."
            ),
        ),
        title="Een hofje in Sint Aagten",
        parties=(WAARDHUIS,),
    ),
    Heading("6.2", "Een thuis voor iedereen", 2),
    Agreement(
        "6.2.1",
        (
            (
                "De gemeente en de corporaties zorgen dat vergunninghouders binnen de wettelijke "
                "termijn een woning krijgen. De verdeling is {60%|60|%|huisvesting "
                "vergunninghouders|p=Lage Gronden} voor Lage Gronden en {40%|40|%|huisvesting "
                "vergunninghouders|p=Waardhuis} voor Waardhuis."
            ),
        ),
        title="Vergunninghouders",
        parties=(GRONDEN, WAARDHUIS),
    ),
    Agreement(
        "6.2.2",
        (
            (
                "Voor uitstroom uit beschermd wonen en de vrouwenopvang reserveren de corporaties "
                "samen {30 woningen|30|woningen|uitstroom uit opvang|per=per jaar} per jaar. De "
                "gemeente regelt dat begeleiding start op de dag van de sleuteloverdracht en "
                "{minstens een jaar|1|jaar|duur van de begeleiding|q=min;p=Gemeente "
                "Kloosterwaard} doorloopt."
            ),
        ),
        title="Uitstroom",
    ),
    Agreement(
        "6.2.3",
        (
            (
                "De gemeente breidt de locatie aan de Kade uit met {vijf "
                "standplaatsen|5|standplaatsen|uitbreiding woonwagenlocatie}. Lage Gronden "
                "verhuurt daarop woonwagens en neemt het beheer over."
            ),
        ),
        title="Woonwagens",
        parties=(GRONDEN,),
    ),
)

NEIGHBOURHOODS: tuple[Block, ...] = (
    article("7", "LEEFBAARHEID", "leefbaarheid"),
    Text(
        "In de meeste buurten is het goed wonen. In de Vogelbuurt en rond het Kruisplein staat de "
        "leefbaarheid onder druk: veel verhuizingen, zwerfafval en bewoners die elkaar niet "
        "kennen. Daar is langdurige aandacht nodig."
    ),
    Heading("7.1", "Schone, hele en veilige buurten", 2),
    Agreement(
        "7.1.1",
        (
            (
                "Voor de Vogelbuurt en het Kruisplein stellen partijen in 2025 een wijkplan op. "
                "De gemeente stelt hiervoor {€ 150.000|150000|EUR|uitvoering "
                "wijkplannen|p=Gemeente Kloosterwaard} beschikbaar en de corporaties samen "
                "eenzelfde bedrag. Het wijkplan beschrijft in elk geval:"
            ),
            Bullets(
                (
                    "welke plekken worden opgeknapt en wie daarvoor aan de lat staat;",
                    (
                        "hoe bewoners kunnen meebeslissen over de besteding van {minstens een "
                        "kwart|25|%|budget waarover bewoners beslissen|q=min} van het geld;"
                    ),
                    "welke inzet van handhaving en politie wordt verwacht;",
                )
            ),
            "en wordt elk najaar met een wijkschouw bijgewerkt.",
        ),
    ),
    Agreement(
        "7.1.2",
        (
            (
                "Ieder complex met {meer dan 40 woningen|40|woningen|omvang van het "
                "complex|q=min;r=condition} krijgt een vaste buurtbeheerder, die {drie "
                "dagdelen|3|overig:dagdelen|aanwezigheid buurtbeheerder|per=per week} per week "
                "zichtbaar aanwezig is."
            ),
        ),
    ),
    Agreement(
        "7.1.3",
        (
            (
                "Meldingen van overlast worden door de gemeente en de corporaties in een "
                "gezamenlijk systeem bijgehouden. Wie de melding aanneemt, blijft voor de melder "
                "het aanspreekpunt, ook als een ander de zaak behandelt."
            ),
        ),
    ),
)

TOGETHER: tuple[Block, ...] = (
    article("8", "SAMENWERKING EN MONITORING", "samenwerking"),
    Text(
        "Partijen hechten aan openheid en spreken elkaar aan als iets niet lukt. Daarvoor is een "
        "vaste overlegstructuur nodig die licht genoeg is om vol te houden."
    ),
    Heading("8.1", "Overleg en verantwoording", 2),
    Agreement(
        "8.1.1",
        (
            (
                "Het bestuurlijk overleg komt {drie keer per jaar|3|keer_per_jaar|bestuurlijk "
                "overleg} bijeen. De gemeente zit voor en verstuurt de stukken {minimaal tien "
                "dagen|10|overig:dagen|verzending van stukken vooraf|q=min;p=Gemeente "
                "Kloosterwaard} van tevoren."
            ),
        ),
    ),
    Agreement(
        "8.1.2",
        (
            (
                "Iedere corporatie levert voor 1 april de gegevens aan waarmee de voortgang van "
                "de afspraken 3.1.1, 4.1.1 en 5.1.2 kan worden gevolgd. De gemeente maakt daarvan "
                "{jaarlijks|1|keer_per_jaar|voortgangsbeeld} een voortgangsbeeld en zendt dat aan "
                "de gemeenteraad."
            ),
        ),
        refs=("3.1.1", "4.1.1", "5.1.2"),
    ),
    Agreement(
        "8.1.3",
        (
            (
                "De corporaties vergoeden de scholing en de onkosten van de huurdersorganisaties. "
                "De gemeente draagt aan elk van beide {€ 3.500|3500|EUR|bijdrage aan "
                "huurdersorganisatie|p=Gemeente Kloosterwaard;per=per jaar} per jaar bij voor "
                "onafhankelijk advies."
            ),
        ),
    ),
)

CLOSING: tuple[Block, ...] = (
    article("9", "GESCHILLEN"),
    Numbered(
        (
            (
                "Er is een geschil zodra een partij dit schriftelijk aan de andere partijen laat "
                "weten, met de redenen daarvoor."
            ),
            (
                "Partijen proberen een geschil eerst zelf op te lossen, zo nodig met hulp van een "
                "mediator. De kosten daarvan dragen zij voor gelijke delen."
            ),
            (
                "Lukt dat niet binnen acht weken, dan kan een partij het geschil voorleggen aan "
                "de minister, op de wijze die de Woningwet voorschrijft."
            ),
        )
    ),
    article("10", "SLOTBEPALINGEN"),
    Numbered(
        (
            (
                "Deze overeenkomst kan alleen schriftelijk en met instemming van alle partijen "
                "worden gewijzigd."
            ),
            (
                "De bijlage hoort bij deze overeenkomst, maar bindt partijen niet. Zij wordt elk "
                "jaar vervangen."
            ),
            "De overeenkomst wordt aangehaald als: Prestatieafspraken Kloosterwaard 2025-2029.",
        )
    ),
    Heading(None, "Ondertekening", 1),
    Text("Aldus overeengekomen en in vijfvoud ondertekend te Kloosterwaard op 12 december 2024."),
    Signatures(
        (
            "Gemeente Kloosterwaard, wethouder wonen",
            "Woonstichting Lage Gronden, directeur-bestuurder",
            "Stichting Waardhuis, bestuurder",
            "Huurdersvereniging De Drempel, voorzitter",
            "Bewonersraad Waardhuis, voorzitter",
            "Bewonersraad Waardhuis, secretaris",
        )
    ),
    PageBreak(),
    Heading(None, "Bijlage: jaarprogramma 2025", 1),
    Text(
        "Dit overzicht geeft weer welke projecten naar de stand van november 2024 in "
        "voorbereiding of in uitvoering zijn."
    ),
    Grid(
        ("Nr.", "Project", "Corporatie", "Aantal", "Stand"),
        (
            ("1", "Wilgenhof, eerste fase", GRONDEN, "32", "Ontwerp gereed"),
            ("2", "Melkfabriek", WAARDHUIS, "44", "Vergunning aangevraagd"),
            ("3", "Kruisplein, flat noord", GRONDEN, "63", "In uitvoering"),
            ("4", "Dorpshart Overwaard", WAARDHUIS, "18", "Haalbaarheidsonderzoek"),
            ("5", "Isolatie Vogelbuurt, blok A", GRONDEN, "56", "Start in maart"),
            ("6", "Isolatie Bloemenstraat", WAARDHUIS, "41", "Start in september"),
        ),
    ),
)

DOCUMENT = Document(
    slug="kloosterwaard-2025-2029",
    title="Prestatieafspraken Kloosterwaard 2025-2029",
    municipality="Kloosterwaard",
    start=2025,
    end=2029,
    signed_on="2024-12-12",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Kloosterwaard", "de gemeente")),
        Party(GRONDEN, "corporatie", ("Woonstichting Lage Gronden",)),
        Party(WAARDHUIS, "corporatie", ("Stichting Waardhuis",)),
        Party(DREMPEL, "huurdersorganisatie", ("Huurdersvereniging De Drempel",)),
        Party(RAAD, "huurdersorganisatie", ("de bewonersraad",)),
    ),
    blocks=(
        *OPENING,
        *SUPPLY,
        *COSTS,
        *SUSTAINABLE,
        *CARE,
        *NEIGHBOURHOODS,
        *TOGETHER,
        *CLOSING,
    ),
    footnotes={
        "1": "Raadsbesluit van 18 april 2024.",
        "2": "Het onderzoek is uitgevoerd onder huurders van beide corporaties.",
        "3": "Zonnepanelen en installaties vallen hier niet onder; daarvoor gelden servicekosten.",
    },
    header="Prestatieafspraken Kloosterwaard 2025-2029",
    footer="Kloosterwaard – Lage Gronden – Waardhuis – De Drempel – Bewonersraad Waardhuis",
)
