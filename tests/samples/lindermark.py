"""Sample: agreements in tables without rules, some shaded, some aligned only. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    AgreementTable,
    Bullets,
    Column,
    Contents,
    Document,
    Grid,
    Heading,
    PageBreak,
    Party,
    Signatures,
    Text,
    Title,
)

MARKWONEN, EIKENSTEE, GEMEENTE = "Markwonen", "De Eikenstee", "Gemeente Lindermark"
HRM, BEWONERS = "HRM", "Bewonersvereniging Eikenstee"

INDICATOR_COLUMNS = (
    Column("Nr", "number", 0.07),
    Column("Wat spreken we af", "text", 0.41),
    Column("Aan zet", "trekker", 0.15),
    Column("Deadline", "planning", 0.13),
    Column("Prestatie-indicator", "prestatie_indicator", 0.24),
)
PARTNER_COLUMNS = (
    Column("Nr", "number", 0.07),
    Column("Actie", "text", 0.45),
    Column("Actiehouder", "trekker", 0.18),
    Column("Met wie", "betrokkenen", 0.16),
    Column("Wanneer", "planning", 0.14),
)
BUDGET_COLUMNS = (
    Column("Nr", "number", 0.07),
    Column("Afspraak", "text", 0.46),
    Column("Initiatiefnemer", "trekker", 0.2),
    Column("Gereed", "planning", 0.13),
    Column("Budget", "budget", 0.14),
)
SHORT_COLUMNS = (
    Column("Nr", "number", 0.07),
    Column("Wat", "text", 0.57),
    Column("Wie", "trekker", 0.2),
    Column("Termijn", "planning", 0.16),
)

FRONT = (
    Title(
        (
            "Samen bouwen aan Lindermark",
            "Prestatieafspraken 2026-2030",
            (
                "Gemeente Lindermark, Markwonen, De Eikenstee, Huurdersraad Markwonen en "
                "Bewonersvereniging Eikenstee"
            ),
        )
    ),
    PageBreak(),
    Contents("Inhoudsopgave"),
    Heading(None, "Wie deze afspraken maken", 1),
    Text("Deze prestatieafspraken zijn gemaakt door:"),
    Bullets(
        (
            (
                "de gemeente Lindermark, vertegenwoordigd door de wethouder "
                "volkshuisvesting, hierna: de gemeente;"
            ),
            (
                "Stichting Markwonen te Lindermark, vertegenwoordigd door de bestuurder, "
                "hierna: Markwonen;"
            ),
            (
                "Woningstichting De Eikenstee te Overlinde, vertegenwoordigd door de "
                "directeur-bestuurder, hierna: De Eikenstee;"
            ),
            "Huurdersraad Markwonen, vertegenwoordigd door de voorzitter, hierna: HRM;",
            "Bewonersvereniging Eikenstee, vertegenwoordigd door de voorzitter en de secretaris.",
        )
    ),
    Text(
        "Markwonen en De Eikenstee heten in dit document samen de corporaties. HRM en de "
        "Bewonersvereniging Eikenstee noemen we samen de huurdersorganisaties."
    ),
    Heading(None, "Inleiding", 1),
    Text(
        "Lindermark is een uitgestrekte gemeente met één stad, Lindermark, en acht dorpen "
        "langs de beek. Van de 21.300 woningen zijn er 5.480 in het bezit van een "
        "corporatie. Markwonen verhuurt vooral in de stad, De Eikenstee vooral in de dorpen. "
        "Wie vandaag een sociale huurwoning zoekt, wacht gemiddeld zeven jaar en doet meer "
        "dan honderd keer een reactie voordat het raak is."
    ),
    Text(
        "De gemeenteraad stelde in april 2025 de woonvisie “Ruimte voor ieder dorp” vast. "
        "Beide corporaties hebben op 1 juli 2025 laten weten wat zij daaraan kunnen "
        "bijdragen. In het najaar hebben de vijf partijen aan drie thematafels uitgewerkt "
        "wat dat voor de komende vijf jaar betekent. De uitkomst leest u hier."
    ),
    Heading(None, "Hoe u dit document leest", 2),
    Text(
        "Ieder hoofdstuk opent met de opgave en met wat wij willen bereiken. Daarna volgt "
        "een overzicht van wat is afgesproken. De kolom met de naam van een partij laat zien "
        "wie het initiatief neemt; dat wil niet zeggen dat de anderen achteroverleunen. Het "
        "jaarprogramma in de bijlage is een werkdocument en wordt ieder najaar ververst. "
        "Daaraan kunnen geen rechten worden ontleend."
    ),
)

SUPPLY = (
    Heading("1", "Genoeg woningen in stad en dorp", 1, theme="beschikbaarheid"),
    Text(
        "De provincie verwacht dat Lindermark tot 2035 met 1.700 huishoudens groeit. Ruim de "
        "helft daarvan bestaat uit één persoon. In de dorpen vertrekken jongeren omdat er "
        "niets te huur is en blijven ouderen in een te groot huis wonen omdat er niets "
        "passends is. Bouwgrond is er wel, maar het stroomnet zit vol en de bouwkosten zijn "
        "in drie jaar met een kwart gestegen."
    ),
    Heading(None, "Wat willen wij bereiken?", 2),
    Bullets(
        (
            "De wachttijd voor een sociale huurwoning is in 2030 korter dan vijf jaar.",
            "In ieder dorp wordt de komende jaren ten minste één keer gebouwd.",
            "Nieuwe woningen zijn klein, gelijkvloers en later aan te passen.",
        )
    ),
    Heading(None, "Wat spreken wij af?", 2),
    AgreementTable(
        INDICATOR_COLUMNS,
        (
            Agreement(
                "1.1",
                (
                    (
                        "De corporaties bouwen van 2026 tot en met 2030 samen {ten minste "
                        "410 sociale huurwoningen|410|woningen|nieuwbouw sociale "
                        "huur|q=min;per=2026-2030}. Markwonen realiseert {270 "
                        "woningen|270|woningen|nieuwbouw sociale "
                        "huur|p=Markwonen;per=2026-2030} en De Eikenstee {140 "
                        "woningen|140|woningen|nieuwbouw sociale huur|p=De "
                        "Eikenstee;per=2026-2030}. Valt een plan uit, dan zoeken de gemeente "
                        "en de betrokken corporatie binnen dezelfde kern een andere plek."
                    ),
                ),
                trekker="Corporaties",
                planning="Eind 2030",
                context={
                    "prestatie_indicator": (
                        "Aantal opgeleverde woningen, met een tussenstand van {160 "
                        "woningen|160|woningen|opgeleverde woningen|per=t/m 2027} eind 2027"
                    )
                },
                parties=(MARKWONEN, EIKENSTEE),
            ),
            Agreement(
                "1.2",
                (
                    (
                        "De gemeente legt bij elk plan vanaf {tien "
                        "woningen|10|woningen|omvang van het plan|q=min;r=condition} vast "
                        "dat {minimaal 32%|32|%|aandeel sociale huur|q=min} sociale huur "
                        "wordt. Een ontwikkelaar die daar niet aan kan voldoen, betaalt {€ "
                        "18.000|18000|EUR|afdracht per ontbrekende woning} per ontbrekende "
                        "woning in het volkshuisvestingsfonds."
                    ),
                ),
                trekker="Gemeente",
                planning="Vanaf 1 april 2026",
                context={
                    "prestatie_indicator": (
                        "Alle nieuwe anterieure overeenkomsten bevatten de bepaling"
                    )
                },
            ),
            Agreement(
                "1.3",
                (
                    (
                        "Er komt een versnellingstafel waar vergunning, stroom en "
                        "financiering van lopende plannen tegelijk worden besproken. De "
                        "tafel komt {zes keer per jaar|6|keer_per_jaar|versnellingstafel} "
                        "bijeen. Op de agenda staan in ieder geval:"
                    ),
                    Bullets(
                        (
                            (
                                "plannen die langer dan {negen "
                                "maanden|9|overig:maanden|stilstand van een "
                                "plan|q=min;r=condition} stilliggen;"
                            ),
                            "de volgorde waarin de netbeheerder nieuwe aansluitingen verzorgt;",
                            "locaties waar de gemeente grond kan aankopen of ruilen.",
                        )
                    ),
                    "De wethouder beslist als de deelnemers er niet uitkomen.",
                ),
                trekker="Gemeente en corporaties",
                planning="Q2 2026",
                context={"prestatie_indicator": "Doorlooptijd van plan tot start bouw"},
            ),
            Agreement(
                "1.4",
                (
                    (
                        "De Eikenstee plaatst in Overlinde en Broekzij {circa 36 "
                        "verplaatsbare woningen|36|woningen|verplaatsbare woningen|q=ca;p=De "
                        "Eikenstee} voor starters. De gemeente stelt de grond {vijftien "
                        "jaar|15|jaar|gebruik van de grond|p=Gemeente Lindermark} om niet "
                        "ter beschikking en legt de nutsvoorzieningen aan."
                    ),
                ),
                trekker="De Eikenstee",
                planning="Q3 2027",
                context={"prestatie_indicator": "Bewoonde woningen op beide locaties"},
                parties=(EIKENSTEE,),
            ),
            Agreement(
                "1.5",
                (
                    (
                        "Verkoop van huurwoningen beperken de corporaties tot complexen die "
                        "niet meer aan de eisen van deze tijd kunnen voldoen. Het gaat om "
                        "{ten hoogste 12 "
                        "woningen|12|woningen|verkoop|q=max;p=Markwonen;per=per jaar} per "
                        "jaar bij Markwonen en {4 woningen|4|woningen|verkoop|p=De "
                        "Eikenstee;per=per jaar} per jaar bij De Eikenstee. Huurders met "
                        "belangstelling krijgen {drie maanden|3|overig:maanden|bedenktijd} "
                        "bedenktijd."
                    ),
                ),
                trekker="Corporaties",
                planning="Doorlopend",
                context={"prestatie_indicator": "Verkochte woningen en besteding van de opbrengst"},
                parties=(MARKWONEN, EIKENSTEE),
            ),
        ),
    ),
)

COSTS = (
    Heading("2", "Wonen dat te betalen is", 1, theme="betaalbaarheid"),
    Text(
        "Lindermark kent geen grote armoede, maar wel veel huishoudens die net rondkomen. "
        "Uit de minimamonitor blijkt dat 1.150 huurders recht hebben op een regeling waar "
        "zij geen gebruik van maken. Schaamte speelt daarbij een rol, maar ook de "
        "hoeveelheid formulieren."
    ),
    Heading(None, "Wat willen wij bereiken?", 2),
    Text(
        "Huurders houden na het betalen van hun vaste lasten genoeg over om mee te doen. Een "
        "huurachterstand mag nooit de enige reden zijn dat iemand op straat komt te staan."
    ),
    Heading(None, "Wat spreken wij af?", 2),
    AgreementTable(
        PARTNER_COLUMNS,
        (
            Agreement(
                "2.1",
                (
                    (
                        "De corporaties houden {ten minste 78%|78|%|woningen onder de tweede "
                        "aftoppingsgrens|q=min} van hun woningen bereikbaar voor huurders "
                        "met huurtoeslag, met een huur onder de tweede aftoppingsgrens."
                    ),
                ),
                trekker="Corporaties",
                betrokkenen="Huurdersorganisaties",
                planning="Doorlopend",
            ),
            Agreement(
                "2.2",
                (
                    (
                        "De gemeente stuurt alle huurders met een laag inkomen een brief "
                        "waarin staat op welke regelingen zij kunnen rekenen. HRM helpt op "
                        "de inloopmiddagen in het Stadshuis met invullen."
                    ),
                ),
                trekker="Gemeente",
                betrokkenen="HRM, Bewonersvereniging Eikenstee",
                planning="Q1 2026",
                parties=(HRM,),
            ),
            Agreement(
                "2.3",
                (
                    (
                        "Bij een achterstand van {twee maanden "
                        "huur|2|overig:maanden|huurachterstand|r=condition} gaat een "
                        "medewerker van de corporatie samen met een schuldhulpverlener op "
                        "huisbezoek. Het bezoek vindt plaats {binnen tien "
                        "werkdagen|10|overig:werkdagen|huisbezoek na melding|q=max} na de "
                        "melding. Tijdens het gesprek wordt een betalingsregeling "
                        "voorgesteld en kijken zij samen of de huurder alle toeslagen "
                        "ontvangt."
                    ),
                ),
                trekker="Markwonen en De Eikenstee",
                betrokkenen="Gemeente",
                planning="Met ingang van 2026",
                parties=(MARKWONEN, EIKENSTEE),
            ),
            Agreement(
                "2.4",
                (
                    (
                        "Markwonen voert huurverlaging in voor zittende huurders die meer "
                        "dan {40%|40|%|deel van het inkomen aan "
                        "woonlasten|q=min;r=condition} van hun inkomen kwijt zijn aan wonen. "
                        "Hiervoor is {€ 95.000|95000|EUR|huurverlaging zittende "
                        "huurders|p=Markwonen;per=per jaar} per jaar gereserveerd."
                    ),
                ),
                trekker="Markwonen",
                betrokkenen="HRM",
                planning="1 juli 2026",
                parties=(MARKWONEN,),
            ),
            Agreement(
                "2.5",
                (
                    (
                        "De huurdersorganisaties brengen in beeld waar huurders tegenaan "
                        "lopen bij de afrekening van servicekosten en doen daarover een "
                        "voorstel aan de corporaties."
                    ),
                ),
                trekker="Huurdersorganisaties",
                betrokkenen="Corporaties",
                planning="Voorjaar 2027",
            ),
        ),
    ),
)

ENERGY = (
    Heading("3", "Een warm huis zonder hoge rekening", 1, theme="duurzaamheid"),
    Text(
        "Van de corporatiewoningen in Lindermark heeft 14% nog een slecht energielabel. Deze "
        "woningen staan vooral in de naoorlogse wijken De Weide en Beekpark. Het "
        "warmteprogramma wijst Beekpark aan als eerste wijk die van het aardgas gaat. In de "
        "dorpen ligt een warmtenet niet voor de hand en zetten wij in op isolatie en een "
        "hybride warmtepomp."
    ),
    Heading(None, "Wat willen wij bereiken?", 2),
    Bullets(
        (
            "Geen huurder woont in 2029 nog in een tochtige of vochtige woning.",
            "Wie meedoet aan een renovatie, gaat er in maandlasten niet op achteruit.",
        )
    ),
    Heading(None, "Wat spreken wij af?", 2),
    AgreementTable(
        INDICATOR_COLUMNS,
        (
            Agreement(
                "3.1",
                (
                    (
                        "De corporaties renoveren alle huurwoningen met label E, F of G. "
                        "Markwonen pakt {520 woningen|520|woningen|renovatie slechte "
                        "labels|p=Markwonen} aan en De Eikenstee {ongeveer 230 "
                        "woningen|230|woningen|renovatie slechte labels|q=ca;p=De "
                        "Eikenstee}. Monumenten en woningen waarvoor een sloopbesluit is "
                        "genomen, vallen hierbuiten."
                    ),
                ),
                trekker="Corporaties",
                planning="31 december 2028",
                context={
                    "prestatie_indicator": (
                        "Aantal gerenoveerde woningen per jaar; {minimaal "
                        "200|200|woningen|gerenoveerde woningen|q=min;per=2026} in 2026"
                    )
                },
                parties=(MARKWONEN, EIKENSTEE),
            ),
            Agreement(
                "3.2",
                (
                    (
                        "De gemeente maakt voor Beekpark een uitvoeringsplan en heeft "
                        "daarbij de regie. Markwonen sluit {340 "
                        "woningen|340|woningen|aansluiting op warmtenet|p=Markwonen} op het "
                        "warmtenet aan, mits {ten minste 70%|70|%|instemming van de "
                        "bewoners|q=min;r=condition} van de bewoners instemt. Voordat het "
                        "contract met de warmteleverancier wordt getekend, krijgen de "
                        "huurders een proefberekening van hun nieuwe lasten. Vallen die "
                        "hoger uit dan voorheen, dan past Markwonen het verschil de eerste "
                        "{vijf jaar|5|jaar|aanvulling hogere lasten|p=Markwonen} bij."
                    ),
                ),
                trekker="Gemeente",
                planning="Q4 2027",
                context={"prestatie_indicator": "Vastgesteld plan en getekend warmtecontract"},
                parties=(MARKWONEN,),
            ),
            Agreement(
                "3.3",
                (
                    (
                        "Energiecoaches bezoeken {elk jaar|1|keer_per_jaar|huisbezoek "
                        "energiecoach} {150 huurders|150|overig:huurders|huisbezoek "
                        "energiecoach|per=per jaar} thuis en brengen direct tochtstrips, "
                        "radiatorfolie en ledlampen aan. De Bewonersvereniging Eikenstee "
                        "werft de vrijwilligers in de dorpen."
                    ),
                ),
                trekker="Gemeente, huurdersorganisaties",
                planning="2026-2029",
                context={"prestatie_indicator": "Afgelegde bezoeken en gemeten besparing"},
                parties=(BEWONERS,),
            ),
            Agreement(
                "3.4",
                (
                    (
                        "Bij ieder groot onderhoud onderzoeken de corporaties of de tuin en "
                        "het dak water kunnen vasthouden. Zij passen de uitkomst toe bij elk "
                        "complex dat zich daarvoor leent."
                    ),
                ),
                trekker="Corporaties",
                planning="2030",
                context={"prestatie_indicator": ("Overzicht van aangepaste complexen")},
            ),
        ),
    ),
)

CARE = (
    Heading("4", "Zelfstandig wonen met hulp dichtbij", 1, theme="wonen_zorg"),
    Text(
        "Het verzorgingshuis in Overlinde sloot in 2019 de deuren. Sindsdien worden ouderen "
        "in de dorpen thuis verzorgd, vaak door hun kinderen. Ook mensen die begeleid hebben "
        "gewoond keren vaker terug in een gewone straat. Het gaat goed zolang de begeleiding "
        "op tijd komt en de buren weten bij wie zij terechtkunnen."
    ),
    Text(
        "In de woonzorganalyse is berekend dat Lindermark tot 2035 behoefte heeft aan 260 "
        "geclusterde woningen en aan 45 plekken met zorg in de nabijheid. Niet alles hoeft "
        "nieuw: een deel van de bestaande portieketages is met een lift geschikt te maken."
    ),
    Heading(None, "Wat spreken wij af?", 2),
    AgreementTable(
        BUDGET_COLUMNS,
        (
            Agreement(
                "4.1",
                (
                    (
                        "De Eikenstee ontwikkelt op de plek van het oude verzorgingshuis een "
                        "hof met {24 tot 30 appartementen|24|woningen|woonhof "
                        "Overlinde|m=30;p=De Eikenstee} en een gezamenlijke huiskamer. De "
                        "gemeente betaalt de inrichting van de openbare ruimte."
                    ),
                ),
                title="Een woonhof in Overlinde",
                trekker="De Eikenstee",
                planning="2028",
                context={
                    "budget": (
                        "{€ 240.000|240000|EUR|inrichting openbare ruimte|p=Gemeente Lindermark}"
                    )
                },
                parties=(EIKENSTEE,),
            ),
            Agreement(
                "4.2",
                (
                    (
                        "Markwonen plaatst liften in {vier "
                        "portiekflats|4|complexen|plaatsing van liften|p=Markwonen} in "
                        "Beekpark en verbreedt de toegangsdeuren. Huurders die door de lift "
                        "langer thuis kunnen blijven wonen, betalen hiervoor niet meer huur."
                    ),
                    (
                        "De bewoners van de flats kiezen zelf uit de mogelijke plekken voor "
                        "een stalling."
                    ),
                ),
                title="Liften in Beekpark",
                trekker="Markwonen",
                planning="Eind 2029",
                context={"budget": "{€ 1,3 miljoen|1300000|EUR|liften Beekpark|p=Markwonen}"},
                parties=(MARKWONEN,),
            ),
            Agreement(
                "4.3",
                (
                    (
                        "Mensen die uitstromen uit beschermd wonen krijgen een woning en "
                        "begeleiding tegelijk. De corporaties stellen hiervoor "
                        "{jaarlijks|1|keer_per_jaar|woningen voor uitstroom} {18 "
                        "woningen|18|woningen|uitstroom beschermd wonen|per=per jaar} "
                        "beschikbaar. De gemeente:"
                    ),
                    Bullets(
                        (
                            (
                                "koopt de begeleiding in voor {minimaal twee "
                                "jaar|2|jaar|duur van de begeleiding|q=min;p=Gemeente "
                                "Lindermark};"
                            ),
                            "wijst een vast aanspreekpunt aan voor de omwonenden;",
                            "bespreekt met de corporatie welke straat geschikt is.",
                        )
                    ),
                ),
                title="Zachte landing",
                trekker="Gemeente",
                planning="Doorlopend",
                context={
                    "budget": (
                        "{€ 85.000|85000|EUR|begeleiding na uitstroom|p=Gemeente "
                        "Lindermark;per=per jaar} per jaar"
                    )
                },
            ),
            Agreement(
                "4.4",
                (
                    (
                        "Vergunninghouders worden gehuisvest volgens de taakstelling van het "
                        "Rijk. Markwonen neemt {65%|65|%|huisvesting "
                        "vergunninghouders|p=Markwonen} voor haar rekening en De Eikenstee "
                        "{35%|35|%|huisvesting vergunninghouders|p=De Eikenstee}. Grote "
                        "gezinnen worden zo veel mogelijk in de stad geplaatst, dicht bij de "
                        "taalklas."
                    ),
                ),
                title="Huisvesting van vergunninghouders",
                trekker="Corporaties",
                planning="{Halfjaarlijks|2|keer_per_jaar|taakstelling}",
                parties=(MARKWONEN, EIKENSTEE),
            ),
        ),
    ),
)

NEIGHBOURHOOD = (
    Heading("5", "Prettige buurten", 1, theme="leefbaarheid"),
    Text(
        "Op een schaal van tien geven huurders hun buurt gemiddeld een 7,2. In De Weide ligt "
        "dat cijfer een vol punt lager. Bewoners noemen daar vooral zwerfafval, achterpaden "
        "zonder licht en het gevoel dat niemand iets doet met hun melding."
    ),
    Heading(None, "Wat spreken wij af?", 2),
    AgreementTable(
        INDICATOR_COLUMNS,
        (
            Agreement(
                "5.1",
                (
                    (
                        "In De Weide komt een buurtkamer waar de huismeester, de wijkagent "
                        "en het sociaal team spreekuur houden. Markwonen stelt de ruimte "
                        "gratis ter beschikking en de gemeente betaalt de beheerder voor {20 "
                        "uur|20|overig:uur|beheerder buurtkamer|p=Gemeente "
                        "Lindermark;per=per week} per week."
                    ),
                ),
                trekker="Gemeente / Markwonen",
                planning="1 oktober 2026",
                context={
                    "prestatie_indicator": (
                        "Rapportcijfer De Weide stijgt naar {minimaal "
                        "6,8|6.8|overig:rapportcijfer|rapportcijfer De Weide|q=min}"
                    )
                },
                parties=(MARKWONEN,),
            ),
            Agreement(
                "5.2",
                (
                    (
                        "De corporaties geven samen {€ "
                        "160.000|160000|EUR|leefbaarheid|per=per jaar} per jaar uit aan "
                        "leefbaarheid. Bewoners beslissen zelf over {een derde|33.33|%|deel "
                        "waarover bewoners beslissen} van dit bedrag."
                    ),
                ),
                trekker="Corporaties",
                planning="{Ieder jaar|1|keer_per_jaar|uitgaven leefbaarheid}",
                context={"prestatie_indicator": "Verantwoording in de jaarrekening"},
            ),
            Agreement(
                "5.3",
                (
                    (
                        "HRM loopt met huurders en huismeesters door de complexen met de "
                        "laagste waardering en legt vast wat beter moet. Markwonen laat "
                        "schriftelijk weten wat er met de punten gebeurt."
                    ),
                ),
                trekker="HRM",
                planning="Voorjaar en najaar",
                context={"prestatie_indicator": ("Verslag van iedere wandeling")},
                parties=(HRM, MARKWONEN),
            ),
            Agreement(
                "5.4",
                (
                    (
                        "Bij aanhoudende woonoverlast werken partijen volgens een gedeelde "
                        "werkwijze. De gemeente sluit daarvoor een convenant met politie, "
                        "corporaties en zorgpartijen, waarin staat wie welke gegevens mag "
                        "inzien."
                    ),
                ),
                trekker="Gemeente",
                planning="Q2 2027",
                context={"prestatie_indicator": "Ondertekend convenant"},
            ),
        ),
    ),
)

COOPERATION = (
    Heading("6", "Zo werken wij samen", 1, theme="samenwerking"),
    Text(
        "Vijf jaar is lang. Daarom spreken we elkaar vaker dan de wet voorschrijft en leggen "
        "we vast hoe we bijsturen als de werkelijkheid anders uitpakt."
    ),
    AgreementTable(
        SHORT_COLUMNS,
        (
            Agreement(
                "6.1",
                (
                    (
                        "De bestuurders komen op vaste momenten bijeen. De gemeente bereidt "
                        "de bijeenkomst voor en huurdersorganisaties krijgen de stukken ruim "
                        "van tevoren."
                    ),
                ),
                trekker="Gemeente",
                planning="Februari, juni en oktober",
            ),
            Agreement(
                "6.2",
                (
                    (
                        "Corporaties en gemeente leveren vóór 1 maart de gegevens voor de "
                        "monitor aan. De monitor volgt de indicatoren uit hoofdstuk 1, 3 en "
                        "5 en wordt openbaar gemaakt."
                    ),
                ),
                trekker="Corporaties en gemeente",
                planning="1 maart",
            ),
            Agreement(
                "6.3",
                (
                    (
                        "Halverwege de looptijd laten partijen de samenwerking door een "
                        "buitenstaander tegen het licht houden. De kosten worden door de "
                        "gemeente en de corporaties gelijk verdeeld. Leidt de uitkomst tot "
                        "andere aantallen voor afspraak 1.1 of 3.1, dan worden die in een "
                        "addendum vastgelegd."
                    ),
                ),
                trekker="Alle partijen",
                planning="Zomer 2028",
                refs=("1.1", "3.1"),
            ),
        ),
    ),
    PageBreak(),
    Heading(None, "Looptijd en slotbepalingen", 1),
    Text(
        "Deze afspraken gelden van 1 januari 2026 tot en met 31 december 2030. Wijzigingen "
        "zijn alleen geldig als alle partijen ermee instemmen en worden schriftelijk "
        "vastgelegd. Komen partijen er onderling niet uit, dan vragen zij de "
        "klachtencommissie van de regio om bemiddeling. De afspraken laten wettelijke "
        "bevoegdheden van de gemeenteraad onverlet."
    ),
    Heading(None, "Ondertekening", 1),
    Text("Aldus overeengekomen en in vijfvoud getekend te Lindermark op 9 december 2025."),
    Signatures(
        (
            "Gemeente Lindermark, wethouder volkshuisvesting",
            "Markwonen, bestuurder",
            "De Eikenstee, directeur-bestuurder",
            "Huurdersraad Markwonen, voorzitter",
            "Bewonersvereniging Eikenstee, voorzitter",
            "Bewonersvereniging Eikenstee, secretaris",
        )
    ),
)

APPENDIX = (
    PageBreak(),
    Heading(None, "Bijlage 1: Jaarprogramma 2026", 1, theme="overig"),
    Text(
        "Het jaarprogramma laat zien welke projecten in 2026 in voorbereiding of uitvoering "
        "zijn. De aantallen zijn een momentopname van november 2025. De nummers verwijzen "
        "naar het projectenboek van de gemeente."
    ),
    Grid(
        ("Nr", "Project", "Corporatie", "Aantal", "Planning"),
        (
            ("P01", "Stationskwartier, blok C", "Markwonen", "84 appartementen", "Start bouw Q2"),
            ("P02", "Beekpark, renovatie fase 1", "Markwonen", "112 woningen", "Uitvoering"),
            ("P04", "Dorpsrand Broekzij", "De Eikenstee", "16 woningen", "Oplevering Q3"),
            ("P07", "Overlinde, verzorgingshuis", "De Eikenstee", "24-30 woningen", "Ontwerp"),
            ("P08", "Meulenveld, tweede fase", "De Eikenstee", "22 woningen", "Vergunning"),
            ("P11", "De Weide, sloop en nieuwbouw", "Markwonen", "60 woningen", "Onderzoek"),
            ("P12", "Kloosterhof, optoppen", "Markwonen", "18 woningen", "Haalbaarheid"),
            ("P15", "Flexwoningen Overlinde", "De Eikenstee", "20 woningen", "Grondwerk Q4"),
        ),
        caption="Tabel: projecten in voorbereiding en uitvoering, stand november 2025",
    ),
    Heading(None, "Bijlage 2: Begrippen", 1),
    Bullets(
        (
            "Aftoppingsgrens: de huurprijs tot waar de huurtoeslag volledig wordt berekend.",
            (
                "Anterieure overeenkomst: de overeenkomst over kosten die gemeente en "
                "ontwikkelaar sluiten voordat het omgevingsplan wordt gewijzigd."
            ),
            "Vergunninghouder: een asielzoeker die een verblijfsvergunning heeft gekregen.",
            "Woonhof: een groep zelfstandige woningen rond een gedeelde tuin of huiskamer.",
        )
    ),
)

HYPHENATION = """
Bewoners-vereniging
aan-hou-dende aan-slui-tin-gen aan-spreek-punt ach-ter-over-leu-nen ach-ter-pa-den ach-ter-stand
Actie-hou-der afge-spro-ken afre-ke-ning aftop-pings-grens Aftop-pings-grens ante-ri-eure
Ante-ri-eure appar-te-men-ten asiel-zoe-ker bedenk-tijd bege-lei-ding belang-stel-ling
bemid-de-ling bereik-baar beschik-baar beschik-baar-heid beschik-king bestuur-der bestuur-ders
betaal-baar-heid beta-lings-re-ge-ling betrok-ke-nen bevoegd-he-den bij-een-komst bouw-kos-ten
bui-ten-staan-der buurt-ka-mer Cor-po-ra-tie cor-po-ra-tie cor-po-ra-ties Cor-po-ra-ties
cor-po-ra-tie-wo-nin-gen deel-ne-mers Door-loop-tijd Door-lo-pend duur-zaam-heid Ener-gie-coa-ches
ener-gie-la-bel finan-cie-ring Flex-wo-nin-gen for-mu-lie-ren geclus-terde gehuis-vest
gelijk-vloers gemeen-te-raad gere-no-veerde gere-ser-veerd geza-men-lijke Haal-baar-heid
Half-jaar-lijks Hal-ver-wege hier-bui-ten hoe-veel-heid huis-be-zoek huis-hou-dens huis-mees-ter
huis-mees-ters Huis-ves-ting huur-ach-ter-stand Huur-ders-or-ga-ni-sa-ties
huur-ders-or-ga-ni-sa-ties Huur-ders-raad huur-toe-slag huur-ver-la-ging huur-wo-ning
huur-wo-nin-gen indi-ca-to-ren inge-richte Inhouds-op-gave ini-ti-a-tief Ini-ti-a-tief-ne-mer
inloop-mid-da-gen inrich-ting Jaar-pro-gramma jaar-pro-gramma jaar-re-ke-ning
klach-ten-com-mis-sie Kloos-ter-hof leef-baar-heid maand-las-ten mede-wer-ker Meu-len-veld
mini-ma-mo-ni-tor moment-op-name Monu-men-ten naoor-logse net-be-heer-der nuts-voor-zie-nin-gen
omge-vings-plan omwo-nen-den Onder-te-kend Onder-te-ke-ning onder-zoe-ken ont-bre-kende
ont-wik-ke-laar ont-wik-kelt opge-le-verde Ople-ve-ring over-een-ge-ko-men over-een-komst
over-een-kom-sten por-tiek-eta-ges por-tiek-flats pres-ta-tie-af-spra-ken Pres-ta-tie-af-spra-ken
proef-be-re-ke-ning pro-jec-ten-boek radi-a-tor-fo-lie Rap-port-cij-fer rea-li-seert rege-lin-gen
samen-wer-king schrif-te-lijk schuld-hulp-ver-le-ner secre-ta-ris
ser-vi-ce-kos-ten sloop-be-sluit slot-be-pa-lin-gen Sta-ti-ons-kwar-tier stil-lig-gen
taak-stel-ling terecht-kun-nen the-ma-ta-fels tocht-strips toe-gangs-deu-ren tus-sen-stand
uit-ge-strekte uit-ge-werkt uit-stro-men uit-voe-ring Uit-voe-ring uit-voe-rings-plan vast-ge-legd
Vast-ge-steld vast-hou-den Ver-ant-woor-ding ver-blijfs-ver-gun-ning Ver-gun-ning ver-gun-ning
Ver-gun-ning-hou-der ver-gun-ning-hou-ders Ver-gun-ning-hou-ders ver-plaats-bare
ver-snel-lings-ta-fel ver-te-gen-woor-digd ver-trek-ken ver-zor-gings-huis volks-huis-ves-ting
volks-huis-ves-tings-fonds voor-be-rei-ding voor-ge-steld voor-schrijft voor-zit-ter
vrij-wil-li-gers waar-de-ring wan-de-lin-gen warmte-con-tract warm-te-le-ve-ran-cier warm-te-pomp
warm-te-pro-gramma werk-do-cu-ment wer-ke-lijk-heid wet-te-lijke Wij-zi-gin-gen Woning-stich-ting
woon-over-last woon-zorg-ana-lyse Zelf-stan-dig zelf-stan-dige zorg-par-tijen zwerf-af-val
"""

DOCUMENT = Document(
    slug="lindermark-2026-2030",
    title="Samen bouwen aan Lindermark: Prestatieafspraken 2026-2030",
    municipality="Lindermark",
    start=2026,
    end=2030,
    signed_on="2025-12-09",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Lindermark", "de gemeente")),
        Party(MARKWONEN, "corporatie", ("Stichting Markwonen",)),
        Party(EIKENSTEE, "corporatie", ("Woningstichting De Eikenstee",)),
        Party(HRM, "huurdersorganisatie", ("Huurdersraad Markwonen",)),
        Party(BEWONERS, "huurdersorganisatie"),
    ),
    blocks=(
        *FRONT,
        *SUPPLY,
        *COSTS,
        *ENERGY,
        *CARE,
        *NEIGHBOURHOOD,
        *COOPERATION,
        *APPENDIX,
    ),
    header="Prestatieafspraken Lindermark 2026-2030",
    footer="Gemeente Lindermark · Markwonen · De Eikenstee",
    hyphenation=tuple(HYPHENATION.split()),
)
