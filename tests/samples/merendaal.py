"""Sample 1, list style: numbered agreements under headings that announce them. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    Bullets,
    Contents,
    Document,
    Figures,
    Heading,
    PageBreak,
    Party,
    Signatures,
    Target,
    Text,
    Title,
)

RIETLAND, SLUIZEN, KLINKER, GEMEENTE = (
    "Rietland Wonen",
    "De Drie Sluizen",
    "De Klinker",
    "Gemeente Merendaal",
)

VOORRAAD = Figures(
    caption="Tabel 1: Ontwikkeling van de sociale huurvoorraad 2025-2028",
    header=("", RIETLAND, SLUIZEN, "Totaal"),
    rows=(
        ("Nieuwbouw", "310", "190", "500"),
        ("Sloop", "-30", "-20", "-50"),
        ("Verkoop[^4]", "-20", "-10", "-30"),
        ("Netto toevoeging", "+260", "+160", "+420"),
    ),
    period="2025-2028",
)

FOREWORD = (
    Title(
        (
            "Prestatieafspraken Merendaal 2025-2028",
            (
                "Gemeente Merendaal, Rietland Wonen, De Drie Sluizen, Huurdersraad Rietland en "
                "De Klinker"
            ),
        )
    ),
    Contents("Inhoud"),
    PageBreak(),
    Heading(None, "Partijen", 1),
    Text("De ondergetekenden:"),
    Bullets(
        (
            (
                "de gemeente Merendaal, vertegenwoordigd door de wethouder Wonen, hierna te "
                "noemen: “de gemeente”;"
            ),
            (
                "Stichting Rietland Wonen, statutair gevestigd te Merendaal, vertegenwoordigd "
                "door de directeur-bestuurder, hierna te noemen: “Rietland Wonen”;"
            ),
            (
                "Woningstichting De Drie Sluizen, statutair gevestigd te Oudersluis, "
                "vertegenwoordigd door de directeur-bestuurder, hierna te noemen: “De Drie "
                "Sluizen”;"
            ),
            (
                "Stichting Huurdersraad Rietland, vertegenwoordigd door de voorzitter, hierna "
                "te noemen: “HRR”;"
            ),
            (
                "Huurdersvereniging De Klinker, vertegenwoordigd door de voorzitter en de "
                "penningmeester, hierna te noemen: “De Klinker”;"
            ),
        )
    ),
    Text(
        "gezamenlijk te noemen “partijen” en Rietland Wonen en De Drie Sluizen samen “de "
        "corporaties”, zijn het volgende overeengekomen."
    ),
    Heading("1", "Inleiding", 1),
    Heading("1.1", "Waarom deze afspraken", 2),
    Text(
        "Merendaal is een gemeente van zeven kernen langs het water. Bijna een derde van "
        "de huishoudens huurt bij een corporatie. De zoektijd voor een huurwoning liep "
        "tussen 2018 en 2023[^1] op van drie naar ruim zes jaar. In het "
        "Volkshuisvestingsprogramma heeft de gemeenteraad vastgelegd waar het met het "
        "wonen naartoe moet. De corporaties hebben daar in juni 2024 een bod op "
        "uitgebracht, waar de huurdersorganisaties over hebben meegedacht. Dit document "
        "legt vast wat wij elkaar toezeggen."
    ),
    Heading("1.2", "Leeswijzer", 2),
    Text(
        "Elk hoofdstuk begint met een korte schets van de opgave en met onze ambities. "
        "Daarna volgen de afspraken. Zij zijn door het hele document heen genummerd, zodat "
        "er gemakkelijk naar verwezen kan worden. Cijfers gelden met peildatum[^2] 1 "
        "januari 2025, tenzij er iets anders staat."
    ),
)

AVAILABILITY = (
    Heading("2", "Beschikbaarheid", 1, theme="beschikbaarheid"),
    Heading("2.1", "Nieuwbouw en voorraad", 2),
    Text(
        "Tot 2035 groeit Merendaal naar verwachting met 1.900 huishoudens, vooral met een "
        "of twee personen. De corporaties bezitten nu 6.240 sociale huurwoningen, waarvan "
        "62% eengezinswoningen. In de Regionale Woonagenda is voor Merendaal een programma "
        "van 1.450 woningen opgenomen. De grond voor die woningen is voor het grootste "
        "deel in handen van marktpartijen. Dat maakt samenwerking aan de voorkant "
        "noodzakelijk."
    ),
    Heading(None, "Onze ambities", 3),
    Bullets(
        (
            "In elke kern komt ten minste één nieuw project met sociale huurwoningen tot stand.",
            "De gemiddelde zoektijd daalt voor 2030 naar vier jaar.",
            (
                "Nieuwe woningen passen bij de vraag van kleine huishoudens en zijn geschikt "
                "om in oud te worden."
            ),
        )
    ),
    Heading(None, "De afspraken", 3),
    Agreement(
        "1",
        (
            (
                "Rietland Wonen en De Drie Sluizen voegen in de periode 2025 tot en met "
                "2028[^3] samen ten minste 420 sociale huurwoningen toe aan de voorraad. "
                "Daarvan neemt Rietland Wonen er 260 voor haar rekening en De Drie Sluizen "
                "160. De opbouw van deze aantallen staat in tabel 1."
            ),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target(
                "ten minste 420 sociale huurwoningen",
                420,
                "woningen",
                "toevoeging aan de voorraad",
                "min",
                period="2025-2028",
            ),
            Target(
                "260",
                260,
                "woningen",
                "toevoeging aan de voorraad",
                party=RIETLAND,
                period="2025-2028",
            ),
            Target(
                "160",
                160,
                "woningen",
                "toevoeging aan de voorraad",
                party=SLUIZEN,
                period="2025-2028",
            ),
        ),
        figures=VOORRAAD,
        figures_apart=True,
    ),
    VOORRAAD,
    Agreement(
        "2",
        (
            (
                "De gemeente betrekt de corporaties bij elke nieuwe woningbouwlocatie zodra "
                "het eerste gesprek met een initiatiefnemer is gevoerd. Bij plannen van 20 "
                "woningen of meer legt zij een aandeel van minimaal 30% sociale huur vast in "
                "het omgevingsplan of in de overeenkomst met de ontwikkelaar. Voor kleinere "
                "plannen geldt een afdracht van € 12.500 aan het vereveningsfonds."
            ),
        ),
        targets=(
            Target(
                "20 woningen of meer",
                20,
                "woningen",
                "omvang van het plan",
                "min",
                role="condition",
            ),
            Target("minimaal 30%", 30, "%", "aandeel sociale huur", "min"),
            Target("€ 12.500", 12500, "EUR", "afdracht aan het vereveningsfonds"),
        ),
    ),
    Agreement(
        "3",
        (
            (
                "Voor bouwgrond van de gemeente betalen de corporaties de sociale grondprijs "
                "uit de grondprijzenbrief. De gemeente past deze prijs jaarlijks aan met niet "
                "meer dan de inflatie."
            ),
        ),
        targets=(Target("jaarlijks", 1, "keer_per_jaar", "aanpassing sociale grondprijs"),),
    ),
    Agreement(
        "4",
        (
            (
                "De gemeente houdt een planmonitor bij en deelt deze elk kwartaal met de "
                "corporaties. De monitor laat voor iedere locatie zien:"
            ),
            Bullets(
                (
                    "het programma, uitgesplitst naar sociale huur, middenhuur en koop;",
                    (
                        "de stand van de planologische procedure en van de aansluiting op het "
                        "stroomnet;"
                    ),
                    "de verwachte start van de bouw en wat die start in de weg staat.",
                )
            ),
            (
                "Blijft het totaal achter bij afspraak 1, dan bespreken wij in het bestuurlijk "
                "overleg welke plannen naar voren kunnen worden gehaald."
            ),
        ),
        refs=("1",),
        targets=(Target("elk kwartaal", 4, "keer_per_jaar", "delen van de planmonitor"),),
    ),
    Agreement(
        "5",
        (
            (
                "Verkoop van huurwoningen is alleen aan de orde waar dat de menging in een "
                "wijk verbetert. In de looptijd van deze afspraken verkoopt Rietland Wonen "
                "maximaal 20 woningen en De Drie Sluizen ten hoogste 10 woningen. De zittende "
                "huurder krijgt als eerste de kans om te kopen."
            ),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target("maximaal 20 woningen", 20, "woningen", "verkoop", "max", party=RIETLAND),
            Target("ten hoogste 10 woningen", 10, "woningen", "verkoop", "max", party=SLUIZEN),
        ),
    ),
    Agreement(
        "6",
        (
            (
                "Partijen beginnen in 2026[^5] met verplaatsbare woningen aan de Oude Haven. "
                "Het gaat om 40 tot 50 flexwoningen, die er vijftien jaar blijven staan. De "
                "gemeente neemt het voortouw bij de verwerving van de grond."
            ),
        ),
        trekkers=("gemeente",),
        targets=(
            Target(
                "40 tot 50 flexwoningen",
                40,
                "woningen",
                "flexwoningen Oude Haven",
                "range",
                value_max=50,
            ),
            Target("vijftien jaar", 15, "jaar", "duur van de plaatsing"),
        ),
    ),
    Agreement(
        "7",
        (
            (
                "De Drie Sluizen zoekt in 2025 uit of zij 25 middenhuurwoningen kan bouwen "
                "zonder dat dit ten koste gaat van de aantallen uit afspraak 1 en 5. Zij deelt "
                "de uitkomst met HRR en De Klinker."
            ),
        ),
        refs=("1", "5"),
        parties=(SLUIZEN, "HRR", KLINKER),
        targets=(
            Target(
                "25 middenhuurwoningen",
                25,
                "woningen",
                "bouw middenhuur",
                party=SLUIZEN,
                period="2025",
            ),
        ),
    ),
    Heading("2.2", "Doorstroming en woonruimteverdeling", 2),
    Text(
        "Nieuwbouw alleen is niet genoeg. Met elke verhuizing van een oudere huurder naar "
        "een appartement komt een gezinswoning vrij, waarna vaak nog twee huishoudens een "
        "stap kunnen zetten."
    ),
    Heading(None, "Onze ambities", 3),
    Bullets(
        (
            "Verhuizen naar een passende woning wordt aantrekkelijker en makkelijker.",
            "Starters uit de eigen kernen maken een eerlijke kans.",
        )
    ),
    Heading(None, "De afspraken", 3),
    Agreement(
        "8",
        (
            (
                "Wie een sociale eengezinswoning achterlaat, krijgt voorrang bij nieuwe "
                "appartementen. De corporaties bieden minimaal de helft van de nieuwe "
                "appartementen het eerst aan bij huurders van 65 jaar en ouder die al in de "
                "kern wonen."
            ),
        ),
        targets=(
            Target(
                "minimaal de helft",
                50,
                "%",
                "nieuwe appartementen eerst voor oudere huurders",
                "min",
            ),
            Target(
                "65 jaar en ouder", 65, "jaar", "leeftijd van de huurder", "min", role="condition"
            ),
        ),
    ),
    Agreement(
        "9",
        (
            (
                "De proef met de verhuisadviseur wordt een vaste voorziening. De gemeente "
                "betaalt hiervoor € 30.000,- per jaar, Rietland Wonen € 25.000,- per jaar en "
                "De Drie Sluizen € 15.000,- per jaar. De verhuisadviseur:"
            ),
            Bullets(
                (
                    "bezoekt huurders die een verhuizing overwegen en zet hun wensen op een rij;",
                    "regelt waar nodig hulp bij het inpakken, verhuizen en inrichten;",
                    "houdt de nieuwe huur betaalbaar met de regeling huurgewenning.",
                )
            ),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target(
                "€ 30.000,-",
                30000,
                "EUR",
                "bijdrage verhuisadviseur",
                party=GEMEENTE,
                period="per jaar",
            ),
            Target(
                "€ 25.000,-",
                25000,
                "EUR",
                "bijdrage verhuisadviseur",
                party=RIETLAND,
                period="per jaar",
            ),
            Target(
                "€ 15.000,-",
                15000,
                "EUR",
                "bijdrage verhuisadviseur",
                party=SLUIZEN,
                period="per jaar",
            ),
        ),
    ),
    Agreement(
        "10",
        (
            (
                "De corporaties wijzen maximaal 10% van de vrijkomende woningen toe door "
                "loting, zodat ook mensen met een korte inschrijfduur aan bod komen."
            ),
        ),
        targets=(Target("maximaal 10%", 10, "%", "toewijzing door loting", "max"),),
    ),
    Agreement(
        "11",
        (
            (
                "Twee keer per jaar leggen de corporaties de slaagkansen naar leeftijd en "
                "inkomen voor aan het ambtelijk overleg (zie afspraak 29 en 31). Wijken de "
                "kansen van een groep sterk af, dan doen partijen een voorstel voor "
                "bijstelling."
            ),
        ),
        refs=("29", "31"),
        targets=(Target("Twee keer per jaar", 2, "keer_per_jaar", "bespreken van de slaagkansen"),),
    ),
)

AFFORDABILITY = (
    Heading("3", "Betaalbaarheid", 1, theme="betaalbaarheid"),
    Text(
        "Huur, energie en gemeentelijke lasten drukken zwaar op het budget van huurders "
        "met een laag inkomen. Uit een peiling onder huurders in 2024 bleek dat 27% van "
        "hen moeite heeft om aan het eind van de maand alles te betalen. De corporaties "
        "sturen op de huurprijs, de gemeente op inkomensondersteuning en de "
        "huurdersorganisaties wijzen hun achterban de weg."
    ),
    Heading(None, "Onze ambities", 2),
    Bullets(
        (
            "Niemand raakt zijn huis kwijt door alleen een huurachterstand.",
            "De huur past bij het inkomen, ook na een verhuizing.",
        )
    ),
    Heading(None, "De afspraken", 2),
    Agreement(
        "12",
        (
            (
                "De corporaties houden hun woningen bereikbaar voor mensen met een laag "
                "inkomen. Bij nieuwe verhuringen blijft het volgende deel onder de tweede "
                "aftoppingsgrens:"
            ),
            Bullets(("Rietland Wonen: 75%;", "De Drie Sluizen: 70%.")),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target("75%", 75, "%", "verhuringen onder de tweede aftoppingsgrens", party=RIETLAND),
            Target("70%", 70, "%", "verhuringen onder de tweede aftoppingsgrens", party=SLUIZEN),
        ),
    ),
    Agreement(
        "13",
        (
            (
                "De huurverhoging van zittende huurders volgt de landelijke afspraken. De Drie "
                "Sluizen berekent geen huurverhoging aan huurders van een woning met "
                "energielabel E, F of G."
            ),
        ),
        parties=(SLUIZEN,),
    ),
    Agreement(
        "14",
        (
            (
                "De gemeente verruimt de inkomenstoeslag tot 120% van de bijstandsnorm. Zij "
                "trekt hiervoor in 2025 en 2026 € 1,2 miljoen uit."
            ),
        ),
        targets=(
            Target(
                "tot 120%",
                120,
                "%",
                "grens inkomenstoeslag ten opzichte van de bijstandsnorm",
                "max",
            ),
            Target(
                "€ 1,2 miljoen",
                1200000,
                "EUR",
                "inkomenstoeslag",
                party=GEMEENTE,
                period="2025-2026",
            ),
        ),
    ),
    Agreement(
        "15",
        (
            (
                "Bij een huurachterstand van twee maanden of meer doen de corporaties een "
                "melding bij het team Vroeghulp van de gemeente. Het team biedt de huurder een "
                "gesprek thuis aan. Lukt dat niet, dan volgt een tweede poging samen met een "
                "medewerker van de corporatie."
            ),
        ),
        targets=(
            Target(
                "twee maanden of meer",
                2,
                "overig:maanden",
                "huurachterstand",
                "min",
                role="condition",
            ),
        ),
    ),
    Agreement(
        "16",
        (
            (
                "Er komt een woonlastenfonds voor huurders die buiten de regelingen vallen. De "
                "inleg voor de hele looptijd bedraagt € 200.000 (Rietland Wonen: € 90.000, De "
                "Drie Sluizen: € 60.000, gemeente: € 50.000). Onder regie van de gemeente "
                "stelt een werkgroep vóór 1 juli 2025 de spelregels op."
            ),
        ),
        trekkers=("gemeente",),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target("€ 200.000", 200000, "EUR", "inleg woonlastenfonds"),
            Target("€ 90.000", 90000, "EUR", "inleg woonlastenfonds", party=RIETLAND),
            Target("€ 60.000", 60000, "EUR", "inleg woonlastenfonds", party=SLUIZEN),
            Target("€ 50.000", 50000, "EUR", "inleg woonlastenfonds", party=GEMEENTE),
        ),
    ),
)

SUSTAINABILITY = (
    Heading("4", "Duurzaamheid en kwaliteit", 1, theme="duurzaamheid"),
    Text(
        "In 2050 is de gebouwde omgeving in Merendaal vrij van aardgas. Voor huurders telt "
        "vooral dat hun huis warm, droog en betaalbaar is. Daarom beginnen wij met "
        "isoleren en met goede ventilatie. Pas daarna volgt de vraag welke warmtebron bij "
        "een wijk past."
    ),
    Heading(None, "De afspraken", 2),
    Agreement(
        "17",
        (
            (
                "Eind 2028 heeft geen enkele huurwoning van de corporaties nog energielabel E, "
                "F of G, monumenten en sloopwoningen uitgezonderd. Dit betekent dat Rietland "
                "Wonen circa 380 woningen isoleert en De Drie Sluizen ongeveer 145 woningen."
            ),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target(
                "circa 380 woningen",
                380,
                "woningen",
                "isoleren",
                "ca",
                party=RIETLAND,
                period="2028",
            ),
            Target(
                "ongeveer 145 woningen",
                145,
                "woningen",
                "isoleren",
                "ca",
                party=SLUIZEN,
                period="2028",
            ),
        ),
    ),
    Agreement(
        "18",
        (
            (
                "Bij planmatig onderhoud leggen de corporaties zonnepanelen als ten minste 70% "
                "van de huurders in het complex instemt. Huurders betalen hiervoor niet meer "
                "dan € 2,50 per paneel."
            ),
        ),
        targets=(
            Target("ten minste 70%", 70, "%", "instemming van huurders", "min", role="condition"),
            Target("niet meer dan € 2,50", 2.5, "EUR", "bijdrage van de huurder per paneel", "max"),
        ),
    ),
    Agreement(
        "19",
        (
            (
                "De gemeente regisseert de overgang naar een warmtenet in de Zuiderwijk en "
                "maakt daarvoor een wijkuitvoeringsplan. Rietland Wonen en energiecoöperatie "
                "Zonnedijk werken hieraan mee. In het plan staat in ieder geval:"
            ),
            Bullets(
                (
                    "welke complexen als eerste worden aangesloten en in welk jaar dat gebeurt;",
                    (
                        "hoe huurders tijdens de werkzaamheden worden geholpen en wie hun "
                        "vaste aanspreekpunt is;"
                    ),
                    "welke afspraken met de netbeheerder nodig zijn;",
                    "hoe de totale woonlasten voor en na de aansluiting worden vergeleken.",
                )
            ),
            (
                "Het plan is eind 2026 gereed. Huurdersraad Rietland krijgt de gelegenheid om "
                "over het concept te adviseren."
            ),
        ),
        trekkers=("gemeente",),
        parties=(RIETLAND, "Zonnedijk", "HRR"),
    ),
    Agreement(
        "20",
        (
            (
                "Nieuwbouw en renovatie worden zo veel mogelijk uitgevoerd met hernieuwbare "
                "materialen. Elke corporatie levert in de looptijd van de afspraken minimaal "
                "drie projecten op waarin natuurinclusief is gebouwd."
            ),
        ),
        targets=(
            Target("minimaal drie projecten", 3, "projecten", "natuurinclusief bouwen", "min"),
        ),
    ),
)

CARE = (
    Heading("5", "Wonen, zorg en aandachtsgroepen", 1, theme="wonen_zorg"),
    Text(
        "Het aantal inwoners van 75 jaar en ouder neemt in tien jaar met de helft toe. Ook "
        "komen er meer mensen vanuit een instelling zelfstandig wonen. Een woning alleen "
        "is dan niet voldoende: ook begeleiding en een buurt die meedoet horen erbij."
    ),
    Heading(None, "Wat spreken we af?", 2),
    Agreement(
        "21",
        (
            (
                "De corporaties verdelen de taakstelling voor statushouders naar bezit. "
                "Rietland Wonen huisvest 62% van de statushouders en De Drie Sluizen 38%."
            ),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target("62%", 62, "%", "huisvesting statushouders", party=RIETLAND),
            Target("38%", 38, "%", "huisvesting statushouders", party=SLUIZEN),
        ),
    ),
    Agreement(
        "22",
        (
            (
                "Maximaal 30% van de vrijkomende woningen gaat naar aandachtsgroepen. Komt het "
                "aandeel boven deze grens, dan zoeken partijen samen naar extra tijdelijke "
                "huisvesting."
            ),
        ),
        targets=(
            Target("Maximaal 30%", 30, "%", "vrijkomende woningen voor aandachtsgroepen", "max"),
        ),
    ),
    Agreement(
        "23",
        (
            (
                "Tot en met 2028 komen er drie geclusterde woonvormen voor ouderen bij, elk "
                "met een gedeelde huiskamer en tuin:"
            ),
            Bullets(
                (
                    "een hof in Merendaal-Oost van 18 tot 24 woningen (Rietland Wonen);",
                    "de verbouwing van de school in Oudersluis tot 14 woningen (De Drie Sluizen);",
                    "een locatie die partijen in 2025 samen kiezen.",
                )
            ),
        ),
        parties=(RIETLAND, SLUIZEN),
        targets=(
            Target(
                "drie geclusterde woonvormen",
                3,
                "woningen",
                "geclusterde woonvormen voor ouderen",
                period="t/m 2028",
            ),
            Target(
                "18 tot 24 woningen",
                18,
                "woningen",
                "hof Merendaal-Oost",
                "range",
                RIETLAND,
                "t/m 2028",
                value_max=24,
            ),
            Target(
                "14 woningen",
                14,
                "woningen",
                "verbouwing school Oudersluis",
                party=SLUIZEN,
                period="t/m 2028",
            ),
        ),
    ),
    Agreement(
        "24",
        (
            (
                "Het woonwagencentrum aan de Kanaaldijk wordt uitgebreid met zes "
                "standplaatsen. Rietland Wonen beheert deze standplaatsen."
            ),
        ),
        parties=(RIETLAND,),
        targets=(Target("zes standplaatsen", 6, "standplaatsen", "uitbreiding woonwagencentrum"),),
    ),
    Agreement(
        "25",
        (
            (
                "De gemeente voert de regie op de begeleiding van mensen die uit een "
                "instelling komen. Met de corporaties en welzijnsorganisatie Raakvlak legt zij "
                "vast wie er bij een terugval aan zet is."
            ),
        ),
        trekkers=("gemeente",),
        parties=("Raakvlak",),
    ),
)

LIVEABILITY = (
    Heading("6", "Leefbaarheid", 1, theme="leefbaarheid"),
    Text(
        "In de meeste straten woont men prettig. In de Zuiderwijk en in het centrum van "
        "Oudersluis stapelen problemen zich op. Daar is meer nodig dan schoon, heel en "
        "veilig."
    ),
    Heading(None, "De afspraken", 2),
    Agreement(
        "26",
        (
            (
                "De corporaties besteden in de periode 2025-2028 gemiddeld € 140 per woning "
                "aan leefbaarheid. Zij overleggen met de huurdersorganisaties waar het geld "
                "naartoe gaat. De gemeente betaalt de helft van de kosten van buurtbemiddeling."
            ),
        ),
        targets=(
            Target(
                "gemiddeld € 140",
                140,
                "EUR",
                "uitgaven leefbaarheid per woning",
                "ca",
                period="2025-2028",
            ),
            Target("de helft", 50, "%", "kosten buurtbemiddeling", party=GEMEENTE),
        ),
    ),
    Agreement(
        "27",
        (
            (
                "Ieder jaar houden wij een buurtschouw in de Zuiderwijk en in Oudersluis. De "
                "Klinker neemt hiervoor het initiatief en nodigt bewoners, politie en Raakvlak "
                "uit."
            ),
        ),
        trekkers=(KLINKER,),
        parties=(KLINKER, "Raakvlak"),
        targets=(Target("Ieder jaar", 1, "keer_per_jaar", "buurtschouw"),),
    ),
    Agreement(
        "28",
        (
            (
                "Bij ernstige overlast volgen partijen het stappenplan dat in 2023 is "
                "opgesteld. De corporaties en de gemeente wijzen ieder een vaste medewerker "
                "aan die knopen mag doorhakken."
            ),
        ),
    ),
)

COOPERATION = (
    Heading("7", "Samenwerking en monitoring", 1, theme="samenwerking"),
    Text(
        "Afspraken zijn pas iets waard als wij elkaar eraan houden. Dat doen we in een "
        "vaste jaarcyclus."
    ),
    Heading(None, "Wat spreken we af?", 2),
    Agreement(
        "29",
        (
            (
                "Partijen overleggen vier keer per jaar ambtelijk en twee keer per jaar "
                "bestuurlijk. De gemeente verzorgt de agenda en het verslag."
            ),
        ),
        targets=(
            Target("vier keer per jaar", 4, "keer_per_jaar", "ambtelijk overleg"),
            Target("twee keer per jaar", 2, "keer_per_jaar", "bestuurlijk overleg"),
        ),
    ),
    Agreement(
        "30",
        (
            (
                "Voor scholing en eigen onderzoek ontvangen HRR en De Klinker ieder € 5.000 "
                "per jaar van de corporatie waar zij bij horen."
            ),
        ),
        parties=("HRR", KLINKER),
        targets=(
            Target(
                "€ 5.000",
                5000,
                "EUR",
                "scholing en onderzoek huurdersorganisaties",
                period="per jaar",
            ),
        ),
    ),
    Agreement(
        "31",
        (
            (
                "Vóór 1 mei leveren de corporaties de cijfers over het afgelopen jaar aan. De "
                "gemeente verwerkt die in een voortgangsrapportage, die in juni in het "
                "bestuurlijk overleg wordt besproken."
            ),
        ),
    ),
    Agreement(
        "32",
        (
            (
                "In het voorjaar van 2027 evalueren wij deze prestatieafspraken. De uitkomst "
                "kan aanleiding zijn om de aantallen in afspraak 1, 10 en 21 te herzien."
            ),
        ),
        refs=("1", "10", "21"),
    ),
    Heading("8", "Ondertekening", 1),
    Text("Aldus overeengekomen en ondertekend te Merendaal op 11 december 2024."),
    Signatures(
        (
            "Gemeente Merendaal, wethouder Wonen",
            "Rietland Wonen, directeur-bestuurder",
            "De Drie Sluizen, directeur-bestuurder",
            "Huurdersraad Rietland, voorzitter",
            "De Klinker, voorzitter",
            "De Klinker, penningmeester",
        )
    ),
)

DOCUMENT = Document(
    slug="merendaal-2025-2028",
    title="Prestatieafspraken Merendaal 2025-2028",
    municipality="Merendaal",
    start=2025,
    end=2028,
    signed_on="2024-12-11",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Merendaal", "de gemeente")),
        Party(RIETLAND, "corporatie", ("Stichting Rietland Wonen",)),
        Party(SLUIZEN, "corporatie", ("Woningstichting De Drie Sluizen",)),
        Party(
            "HRR",
            "huurdersorganisatie",
            ("Stichting Huurdersraad Rietland", "Huurdersraad Rietland"),
        ),
        Party(KLINKER, "huurdersorganisatie", ("Huurdersvereniging De Klinker",)),
    ),
    blocks=(
        *FOREWORD,
        *AVAILABILITY,
        *AFFORDABILITY,
        *SUSTAINABILITY,
        *CARE,
        *LIVEABILITY,
        *COOPERATION,
    ),
    footnotes={
        "1": "Bron: registratie van de regionale woonruimteverdeling, peildatum 31 december 2023.",
        "2": "De peildatum is de dag waarop de stand van de voorraad wordt vastgesteld.",
        "3": "Opleveringen tussen 1 januari 2025 en 31 december 2028.",
        "4": "Verkoop aan zittende huurders en bij leegkomst samen.",
        "5": (
            "Onder voorbehoud van een onherroepelijke vergunning en een aansluiting op "
            "het stroomnet."
        ),
    },
    header="Prestatieafspraken Merendaal 2025-2028",
    footer="Gemeente Merendaal - Rietland Wonen - De Drie Sluizen",
)
