"""Sample: unnumbered agreements grouped by party, side boxes, two columns. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    Aside,
    Bullets,
    Document,
    Grid,
    Heading,
    PageBreak,
    Party,
    PartyGroup,
    Signatures,
    Text,
    Title,
)

KREEKRAND, DORPSTHUIS, GEMEENTE = "Kreekrand", "Dorpsthuis", "Gemeente Zuidergouw"
KRING, RAAD = "Huurderskring Kreekrand", "Bewonersraad Dorpsthuis"


def _bound(text: str, *parties: str) -> Agreement:
    """A bullet of one paragraph and the organisations that it or its group names."""
    return Agreement(None, (text,), parties=parties)


FRONT = (
    Title(
        (
            "Prestatieafspraken Zuidergouw 2026-2029",
            "Goed wonen maken we samen",
            (
                "Gemeente Zuidergouw, Woningstichting Kreekrand, Dorpsthuis, Huurderskring "
                "Kreekrand en Bewonersraad Dorpsthuis"
            ),
            "December 2025",
        )
    ),
    PageBreak(),
    Heading(None, "Voorwoord", 1),
    Text(
        "Zuidergouw is een gemeente van dijken, kreken en tien kernen, waarvan er vier "
        "minder dan duizend inwoners tellen. In zo’n gemeente merk je het direct wanneer er "
        "woningen bijkomen of juist verdwijnen. De school, de winkel en de voetbalclub "
        "hangen ervan af. Daarom hebben de vijf partijen die dit document ondertekenen er "
        "een jaar lang samen aan gewerkt, met bewonersavonden in alle kernen en een rondgang "
        "langs de wijken die aandacht vragen."
    ),
    Text(
        "Wij hebben gekozen voor een korte opzet. Onder ieder thema staat wat iedere partij "
        "bijdraagt en wat wij samen oppakken. Er zijn geen nummers en geen bijzinnen nodig "
        "om te weten wie waarvoor staat. De afspraken gaan in op 1 januari 2026 en lopen "
        "vier jaar[^1]."
    ),
    Aside(
        (
            "Zuidergouw telt 17.200 woningen. Woningstichting Kreekrand bezit er 2.950, "
            "verspreid over zeven kernen. Dorpsthuis verhuurt 1.120 woningen in de drie "
            "dorpen aan de overkant van de Gouwe. De wachttijd voor een sociale huurwoning "
            "is gemiddeld 68 maanden."
        ),
        heading="Zuidergouw in cijfers",
    ),
    Heading(None, "De partijen", 1),
    Text("Aan deze afspraken verbinden zich:"),
    Bullets(
        (
            (
                "de gemeente Zuidergouw, in deze vertegenwoordigd door de wethouder voor "
                "wonen en wijken (de gemeente);"
            ),
            "Woningstichting Kreekrand, gevestigd in Zuiderdam (Kreekrand);",
            "Stichting Dorpsthuis, gevestigd in Oostgouw (Dorpsthuis);",
            "Huurderskring Kreekrand en Bewonersraad Dorpsthuis (de huurdersorganisaties).",
        )
    ),
    Heading(None, "Hoe is dit document tot stand gekomen?", 2),
    Text(
        "De woonvisie van de gemeente kwam in het voorjaar van 2025 gereed. Beide "
        "corporaties brachten daarop hun bod uit. In vier werkgroepen, waarin ook huurders "
        "meedachten, zijn de voorstellen uitgewerkt en naast elkaar gelegd. Waar de ambities "
        "groter waren dan de middelen hebben wij keuzes gemaakt. Wat niet lukte, hebben wij "
        "bewaard voor de tussentijdse evaluatie."
    ),
)

SUPPLY = (
    PageBreak(),
    Heading(None, "Meer woningen in elke kern", 1, theme="beschikbaarheid"),
    Text(
        "De komende tien jaar groeit het aantal huishoudens in Zuidergouw met 1.250. "
        "Driekwart van de groei bestaat uit huishoudens van één of twee personen. Het aanbod "
        "bestaat vooral uit ruime eengezinswoningen. Wij willen dat jongeren in hun eigen "
        "dorp kunnen beginnen en dat ouderen er kunnen blijven."
    ),
    Heading(None, "Nieuwbouw", 2),
    PartyGroup(
        "De gemeente:",
        ("gemeente",),
        (
            _bound(
                "stelt voor 1 juli 2026 een locatiekaart vast waarop per kern staat waar de "
                "komende jaren gebouwd kan worden, en reserveert daarvan de beste plekken "
                "voor sociale huur;"
            ),
            _bound(
                "legt bij plannen van {twaalf woningen of meer|12|woningen|omvang van het "
                "plan|q=min;r=condition} vast dat {een derde|33.33|%|aandeel sociale huur} "
                "sociale huurwoning wordt, tenzij de kern al voldoende sociale woningen "
                "heeft;"
            ),
            _bound(
                "rekent voor sociale huurwoningen een vaste grondprijs van {€ "
                "21.500|21500|EUR|grondprijs sociale huurwoning} per woning en past die "
                "alleen aan de bouwkostenindex aan."
            ),
        ),
    ),
    PartyGroup(
        "Woningstichting Kreekrand:",
        (KREEKRAND,),
        (
            Agreement(
                None,
                (
                    (
                        "bouwt tot en met 2029 {minimaal 180 "
                        "woningen|180|woningen|nieuwbouw|q=min;p=Kreekrand;per=t/m 2029}, "
                        "met de nadruk op appartementen en kleine woningen:"
                    ),
                    Bullets(
                        (
                            (
                                "{95 woningen|95|woningen|nieuwbouw Zuiderdam|p=Kreekrand} "
                                "in Zuiderdam, waarvan een deel op het oude "
                                "gasfabriekterrein;"
                            ),
                            (
                                "{60 woningen|60|woningen|nieuwbouw Westkreek|p=Kreekrand} "
                                "in Westkreek, zodra de nieuwe rondweg open is;"
                            ),
                            (
                                "{25 woningen|25|woningen|nieuwbouw kleine "
                                "kernen|p=Kreekrand} in de kleine kernen, bij voorkeur op "
                                "plekken van gesloten scholen;"
                            ),
                        )
                    ),
                ),
                parties=(KREEKRAND,),
            ),
            _bound(
                (
                    "onderzoekt in 2026 met een fabrikant of houtbouw in reeks haalbaar is "
                    "en deelt de uitkomst met Dorpsthuis."
                ),
                KREEKRAND,
                DORPSTHUIS,
            ),
        ),
    ),
    PartyGroup(
        "Dorpsthuis:",
        (DORPSTHUIS,),
        (
            _bound(
                (
                    "voegt {50 tot 60 woningen|50|woningen|nieuwbouw|m=60;p=Dorpsthuis} toe "
                    "in Oostgouw, Molendijk en Sint Annahoek;"
                ),
                DORPSTHUIS,
            ),
            _bound(
                (
                    "splitst waar dat technisch kan grote hoekwoningen in kleine "
                    "zelfstandige woningen, te beginnen in Molendijk."
                ),
                DORPSTHUIS,
            ),
        ),
    ),
    Heading(None, "Doorstroming", 2),
    Text(
        "Een senior die verhuist maakt gemiddeld drie andere verhuizingen mogelijk. Toch "
        "zien velen op tegen de rompslomp en een hogere huur."
    ),
    PartyGroup(
        "De corporaties:",
        ("corporaties",),
        (
            _bound(
                "bieden huurders vanaf {67 jaar|67|jaar|leeftijd van de "
                "huurder|q=min;r=condition} die naar een kleinere woning gaan een "
                "verhuishulp, een vergoeding van {€ 2.000|2000|EUR|verhuisvergoeding} en "
                "behoud van hun oude kale huur."
            ),
        ),
    ),
    PartyGroup(
        "Gezamenlijk:",
        ("allen",),
        (
            _bound(
                "houden wij met elkaar tegen het licht hoe lang woningzoekenden wachten en "
                "welke groepen achterblijven. Zijn de kansen van jongeren duidelijk kleiner "
                "dan die van anderen, dan passen wij de regels voor loting aan."
            ),
        ),
    ),
)

COSTS = (
    Heading(None, "Een huur die past", 1, theme="betaalbaarheid"),
    Text(
        "Van de huurders in Zuidergouw ontvangt 46% huurtoeslag. De stijging van de "
        "energieprijzen heeft de marges kleiner gemaakt[^2]. Wie tussen wal en schip valt, "
        "klopt vaak te laat aan."
    ),
    Aside(
        (
            "De primaire doelgroep bestaat uit huishoudens die op grond van hun inkomen "
            "recht op huurtoeslag kunnen hebben. Voor hen is passend toewijzen verplicht."
        ),
        heading="Voor wie?",
    ),
    PartyGroup(
        "De gemeente:",
        ("gemeente",),
        (
            _bound(
                (
                    "stelt {€ 75.000|75000|EUR|noodfonds energie|p=Gemeente "
                    "Zuidergouw;per=per jaar} per jaar beschikbaar voor een noodfonds "
                    "energie en laat de uitvoering over aan de stichting Buurthulp Gouwe."
                ),
                "Buurthulp Gouwe",
            ),
        ),
    ),
    PartyGroup(
        "De corporaties:",
        ("corporaties",),
        (
            _bound(
                "houden {ten minste 75%|75|%|voorraad onder de hoge aftoppingsgrens|q=min} "
                "van hun woningen onder de hoge aftoppingsgrens, ook na renovatie en nieuwe "
                "verhuring;"
            ),
            _bound(
                "zoeken huurders die {een maand|1|overig:maand|huurachterstand|r=condition} "
                "achterlopen met betalen persoonlijk op, treffen een regeling op maat en "
                "melden hen na {twee maanden|2|overig:maanden|huurachterstand bij "
                "melding|r=condition} bij de gemeente, zodat er hulp op gang komt voordat de "
                "schuld niet meer te overzien is."
            ),
        ),
    ),
    PartyGroup(
        "De huurdersorganisaties:",
        ("huurdersorganisaties",),
        (
            _bound(
                (
                    "organiseren in elke kern een spreekuur over toeslagen en huurverhoging, "
                    "waarvoor Kreekrand en Dorpsthuis ruimte beschikbaar stellen."
                ),
                KREEKRAND,
                DORPSTHUIS,
            ),
        ),
    ),
)

ENERGY = (
    Heading(None, "Warm en duurzaam wonen", 1, theme="duurzaamheid"),
    Text(
        "De corporaties hebben de afgelopen jaren flink geïsoleerd. Wat overblijft zijn de "
        "lastige gevallen: dijkwoningen, monumentale arbeidershuisjes en complexen met "
        "gemengd bezit. Het stroomnet in het westen van de gemeente is vol; dat dwingt ons "
        "tot een andere volgorde."
    ),
    PartyGroup(
        "Kreekrand en Dorpsthuis:",
        (KREEKRAND, DORPSTHUIS),
        (
            _bound(
                (
                    "verbeteren tot eind 2029 respectievelijk {410 "
                    "woningen|410|woningen|isolatie|p=Kreekrand;per=t/m 2029} en {165 "
                    "woningen|165|woningen|isolatie|p=Dorpsthuis;per=t/m 2029} tot ten "
                    "minste label B, zonder dat de huurder daar extra voor betaalt."
                ),
                KREEKRAND,
                DORPSTHUIS,
            ),
        ),
    ),
    PartyGroup(
        "De gemeente:",
        ("gemeente",),
        (
            _bound(
                "plant riool- en straatwerk zo dat het samenvalt met de renovaties en legt "
                "de planning in november naast die van de corporaties."
            ),
        ),
    ),
    PartyGroup(
        "Gezamenlijk:",
        ("allen",),
        (
            _bound(
                "brengen wij voor 2027 in beeld welke woningen bij hevige regen of "
                "langdurige hitte kwetsbaar zijn, en maken wij voor de meest kwetsbare "
                "buurten een plan."
            ),
        ),
    ),
    PageBreak(columns=2),
)

CARE = (
    Heading(None, "Wonen, zorg en een plek voor iedereen", 1, theme="wonen_zorg"),
    Text(
        "In 2035 is een op de negen inwoners ouder dan tachtig. Voor hen zijn gelijkvloerse "
        "woningen nodig en een plek om elkaar te treffen. Daarnaast vragen statushouders, "
        "mensen die uit een instelling komen en gezinnen in een crisis om een dak boven hun "
        "hoofd. Wij spreiden hen over alle kernen en laten hen niet alleen."
    ),
    Aside("“Sinds er in de oude pastorie koffie is, ken ik mijn buren weer.” Een bewoonster"),
    Heading(None, "Ouderen", 2),
    PartyGroup(
        "Woningstichting Kreekrand:",
        (KREEKRAND,),
        (
            _bound(
                (
                    "bouwt het complex De Havenmeester om tot {36 zorggeschikte "
                    "appartementen|36|woningen|ombouw De Havenmeester|p=Kreekrand} en stelt "
                    "de plint beschikbaar aan een huisartsenpraktijk;"
                ),
                KREEKRAND,
            ),
            _bound(
                (
                    "past op verzoek van de bewoner woningen aan met beugels, een tweede "
                    "trapleuning of een hoger toilet, {binnen vijftien "
                    "werkdagen|15|overig:werkdagen|kleine "
                    "woningaanpassing|q=max;p=Kreekrand} en zonder kosten."
                ),
                KREEKRAND,
            ),
        ),
    ),
    PartyGroup(
        "Dorpsthuis:",
        (DORPSTHUIS,),
        (
            _bound(
                (
                    "maakt in ieder dorp waar het bezit heeft een ontmoetingsplek in een "
                    "leegkomende woning of garage, samen met de dorpsraad en Bewonersraad "
                    "Dorpsthuis."
                ),
                DORPSTHUIS,
                RAAD,
            ),
        ),
    ),
    Heading(None, "Aandachtsgroepen", 2),
    PartyGroup(
        "De corporaties:",
        ("corporaties",),
        (
            _bound(
                (
                    "huisvesten statushouders volgens de taakstelling, waarbij Kreekrand "
                    "{70%|70|%|huisvesting statushouders|p=Kreekrand} en Dorpsthuis "
                    "{30%|30|%|huisvesting statushouders|p=Dorpsthuis} voor zijn rekening "
                    "neemt;"
                ),
                KREEKRAND,
                DORPSTHUIS,
            ),
            _bound(
                "houden per jaar {16 woningen|16|woningen|uitstroom uit instellingen|per=per "
                "jaar} vrij voor mensen die uit een instelling komen, mits de gemeente heeft "
                "bevestigd dat er begeleiding is."
            ),
        ),
    ),
    PartyGroup(
        "De gemeente:",
        ("gemeente",),
        (
            Agreement(
                None,
                (
                    "regelt voor iedere bewoner die begeleiding nodig heeft:",
                    Bullets(
                        (
                            "een begeleider met wie hij voor de verhuizing heeft kennisgemaakt;",
                            "een telefoonnummer dat ook ’s avonds wordt opgenomen;",
                            ("een gesprek met de corporatie zodra hij is gewend;"),
                        )
                    ),
                ),
            ),
            _bound(
                "breidt het woonwagencentrum aan de Zeedijk uit met {vier "
                "standplaatsen|4|standplaatsen|uitbreiding Zeedijk|p=Gemeente Zuidergouw}, "
                "waarvan de eerste in 2027 gereed is."
            ),
        ),
    ),
    PageBreak(),
)

NEIGHBOURHOOD = (
    Heading(None, "Leefbare dorpen en wijken", 1, theme="leefbaarheid"),
    Text(
        "Uit de leefbaarheidspeiling blijkt dat bewoners van de kleine kernen tevreden zijn "
        "over hun buren, maar minder over voorzieningen. In de Zeeheldenbuurt in Zuiderdam "
        "ligt het anders: daar voelt een op de vier bewoners zich ’s avonds niet veilig."
    ),
    Aside(
        (
            "De dorpsraad is het eerste aanspreekpunt voor alles wat de leefbaarheid in een "
            "kern raakt. Acht van de tien kernen hebben er een. De andere twee gebruiken een "
            "app."
        ),
        heading="Dorpsraden",
    ),
    PartyGroup(
        "Gezamenlijk:",
        ("allen",),
        (
            _bound(
                "maken wij voor de Zeeheldenbuurt een meerjarig plan, waarin bewoners zelf "
                "de eerste doelen kiezen. Onder regie van de gemeente komt een buurtteam dat "
                "werkt vanuit de oude bibliotheek. In het team zitten de wijkagent, een "
                "woonconsulent, een jongerenwerker en iemand die de weg weet in zorg en "
                "inkomen. Het team heeft een eigen budget en hoeft daarvoor vooraf geen "
                "toestemming te vragen."
            ),
        ),
    ),
    PartyGroup(
        "De corporaties:",
        ("corporaties",),
        (
            _bound(
                "besteden ieder {€ 110|110|EUR|leefbaarheid per woning|per=per jaar} per "
                "woning per jaar aan het schoon, heel en veilig houden van de omgeving;"
            ),
            _bound(
                "zorgen dat de huismeester in ieder complex met {meer dan dertig "
                "woningen|30|woningen|omvang van het complex|q=min;r=condition} "
                "{wekelijks|52|keer_per_jaar|aanwezigheid huismeester} op een vast moment "
                "aanwezig is."
            ),
        ),
    ),
    PartyGroup(
        "De huurdersorganisaties:",
        ("huurdersorganisaties",),
        (
            _bound(
                "nemen het voortouw bij een bewonersdag in elk dorp en vragen de "
                "verenigingen om mee te doen."
            ),
        ),
    ),
)

COOPERATION = (
    Heading(None, "Zo houden we elkaar scherp", 1, theme="samenwerking"),
    Text(
        "Wat we beloven, willen we ook kunnen laten zien. Daarom maken we de voortgang zichtbaar."
    ),
    PartyGroup(
        "De gemeente:",
        ("gemeente",),
        (
            _bound(
                "organiseert {drie keer per jaar|3|keer_per_jaar|bestuurlijk overleg} een "
                "bestuurlijk overleg en zorgt dat de stukken {een "
                "week|1|overig:weken|toezending stukken} vooraf bij alle partijen liggen."
            ),
        ),
    ),
    PartyGroup(
        "Gezamenlijk:",
        ("allen",),
        (
            _bound(
                "stellen wij voor 15 november vast wat ieder in het volgende jaar gaat doen "
                "en leggen dat vast in een kort jaarplan;"
            ),
            _bound(
                "evalueren wij deze afspraken in het najaar van 2027 en sturen wij bij waar "
                "de praktijk anders is gelopen dan gedacht."
            ),
        ),
    ),
    Heading(None, "Tot slot", 1),
    Text(
        "Deze afspraken zijn in goed vertrouwen gemaakt. Kan een partij haar deel niet "
        "nakomen, dan meldt zij dat zo vroeg mogelijk en doet zij een voorstel voor een "
        "alternatief. Veranderen wetten of rijksregelingen ingrijpend, dan gaan partijen "
        "opnieuw om tafel. Bij een meningsverschil dat partijen zelf niet kunnen oplossen, "
        "wordt een bemiddelaar gevraagd."
    ),
    Heading(None, "Handtekeningen", 1),
    Text("Getekend in het dorpshuis van Westkreek op 16 december 2025."),
    Signatures(
        (
            "Gemeente Zuidergouw, wethouder",
            "Woningstichting Kreekrand, bestuurder",
            "Dorpsthuis, directeur-bestuurder",
            "Huurderskring Kreekrand, voorzitter",
            "Bewonersraad Dorpsthuis, voorzitter",
            "Bewonersraad Dorpsthuis, lid",
        )
    ),
    PageBreak(),
    Heading(None, "Bijlage: projecten in voorbereiding", 1, theme="overig"),
    Text(
        "Deze lijst geeft de stand van november 2025 en wordt bij ieder jaarplan vernieuwd. "
        "Aan de aantallen kunnen geen rechten worden ontleend."
    ),
    Grid(
        ("Project", "Corporatie", "Woningen", "Verwachte start"),
        (
            ("Gasfabriekterrein", "Kreekrand", "58", "2026"),
            ("Rondweg Westkreek", "Kreekrand", "60", "2028"),
            ("De Havenmeester", "Kreekrand", "36", "2027"),
            ("Oude school Molendijk", "Dorpsthuis", "14", "2026"),
            ("Annahoek-Noord", "Dorpsthuis", "22", "2027"),
            ("Kop van Oostgouw", "Dorpsthuis", "18", "2029"),
        ),
        caption="Projecten die bij de corporaties in voorbereiding zijn",
    ),
)

HYPHENATION = """
Aan-dachts-groe-pen aan-ge-vraagd aan-spreek-punt ach-ter-blij-ven ach-ter-lo-pen
aftop-pings-grens alter-na-tief appar-te-men-ten arbei-ders-huis-jes bege-lei-der bege-lei-ding
bemid-de-laar beschik-baar beschik-baar-heid bestuur-der bestuur-lijk betaal-baar-heid
bewo-ners-avon-den bewo-ners-dag Bewo-ners-raad Bewoon-ster bibli-o-theek blad-zij-den
bouw-kos-ten-in-dex Cor-po-ra-tie cor-po-ra-tie cor-po-ra-ties dijk-wo-nin-gen Door-stro-ming
Dorps-ra-den duur-zaam-heid een-ge-zins-wo-nin-gen ener-gie-prij-zen Gas-fa-briek-ter-rein
gas-fa-briek-ter-rein gelijk-vloerse Geza-men-lijk geï-so-leerd grond-prijs Hand-te-ke-nin-gen
Haven-mees-ter hoek-wo-nin-gen huis-art-sen-prak-tijk huis-hou-dens huis-mees-ter huis-ves-ten
Huur-ders-kring huur-ders-or-ga-ni-sa-ties huur-toe-slag huur-ver-ho-ging huur-wo-ning
huur-wo-nin-gen infor-ma-tie ingrij-pend instel-ling jon-ge-ren-wer-ker ken-nis-ge-maakt
lang-du-rige leef-baar-heid leef-baar-heids-pei-ling leeg-ko-mende loca-tie-kaart meedach-ten
menings-ver-schil monu-men-tale onder-te-ke-nen onder-zoekt ont-moe-tings-plek orga-ni-seert
orga-ni-se-ren over-blijft per-soon-lijk Pres-ta-tie-af-spra-ken pri-va-cy-pro-to-col rege-lin-gen
reno-va-ties reser-veert res-pec-tie-ve-lijk rijks-re-ge-lin-gen samen-wer-king split-sin-gen
stand-plaat-sen sta-tus-hou-ders straat-werk taak-stel-ling tele-foon-num-mer toe-stem-ming
trap-leu-ning tus-sen-tijdse uit-ge-werkt uit-voe-ring vast-ge-steld Ver-an-de-ren ver-be-te-ren
ver-duur-za-mings-lo-ket ver-dwij-nen ver-e-ni-gin-gen ver-goe-ding ver-huis-hulp ver-hui-zing
ver-hui-zin-gen ver-te-gen-woor-digd ver-trou-wen voet-bal-club voor-be-rei-ding voor-stel-len
voor-zie-nin-gen voor-zit-ter werk-groe-pen Woning-stich-ting woning-zoe-ken-den woon-con-su-lent
woon-wa-gen-cen-trum Zee-hel-den-buurt zelf-stan-dige zorg-ge-schikte
"""

DOCUMENT = Document(
    slug="zuidergouw-2026-2029",
    title="Prestatieafspraken Zuidergouw 2026-2029",
    municipality="Zuidergouw",
    start=2026,
    end=2029,
    signed_on="2025-12-16",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Zuidergouw", "de gemeente")),
        Party(KREEKRAND, "corporatie", ("Woningstichting Kreekrand",)),
        Party(DORPSTHUIS, "corporatie", ("Stichting Dorpsthuis",)),
        Party(KRING, "huurdersorganisatie"),
        Party(RAAD, "huurdersorganisatie"),
    ),
    blocks=(*FRONT, *SUPPLY, *COSTS, *ENERGY, *CARE, *NEIGHBOURHOOD, *COOPERATION),
    footnotes={
        "1": "Dat is tot en met 31 december 2029, tenzij partijen eerder nieuwe afspraken maken.",
        "2": "Bron: minimarapportage Zuidergouw, uitgave 2024.",
    },
    header="Prestatieafspraken Zuidergouw 2026-2029",
    footer="Gemeente Zuidergouw, Kreekrand en Dorpsthuis",
    hyphenation=tuple(HYPHENATION.split()),
)
