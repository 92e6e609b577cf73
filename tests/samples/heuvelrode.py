"""Sample: two-column draft with run-in lead words and labels, quotes and boxes. All fictional."""

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
    Signatures,
    Text,
    Title,
)

RODEWOON, HEIDEHUIS, GEMEENTE = "Rodewoon", "Heidehuis", "Gemeente Heuvelrode"
PLATFORM, VERENIGING = "Huurdersplatform Rodewoon", "Huurdersvereniging Heidehuis"

FRONT = (
    Title(
        (
            "Prestatieafspraken wonen Heuvelrode",
            "2027 tot en met 2030",
            "Concept voor bespreking in de gemeenteraad, versie 0.8",
            (
                "Gemeente Heuvelrode, Rodewoon, Heidehuis, Huurdersplatform Rodewoon en "
                "Huurdersvereniging Heidehuis"
            ),
        )
    ),
    PageBreak(),
    Heading(None, "Partijen", 1),
    Text("Deze afspraken worden gemaakt tussen:"),
    Bullets(
        (
            (
                "Gemeente Heuvelrode, vertegenwoordigd door de wethouder wonen, verder te "
                "noemen de gemeente;"
            ),
            "Stichting Rodewoon, statutair gevestigd te Heuvelrode, verder te noemen Rodewoon;",
            (
                "Woningstichting Heidehuis, statutair gevestigd te Lage Heide, verder te "
                "noemen Heidehuis;"
            ),
            "Huurdersplatform Rodewoon, dat de huurders van Rodewoon vertegenwoordigt;",
            "Huurdersvereniging Heidehuis, die opkomt voor de huurders van Heidehuis.",
        )
    ),
    Text(
        "Rodewoon en Heidehuis samen worden aangeduid als de corporaties. Waar "
        "huurdersorganisaties staat, zijn het platform en de vereniging bedoeld."
    ),
    Heading(None, "Vooraf", 1),
    Text(
        "Heuvelrode ligt tussen het bos en de grote stad. Dat maakt het een geliefde plek om "
        "te wonen en tegelijk een dure. De gemiddelde koopprijs steeg in tien jaar met 80 "
        "procent, terwijl het aantal vrijkomende huurwoningen ieder jaar kleiner wordt. Van "
        "de 14.900 woningen zijn er 3.860 van een corporatie."
    ),
    Text(
        "De raad heeft in het volkshuisvestingsprogramma gekozen voor bouwen binnen de rode "
        "contouren, voor het vasthouden van jonge gezinnen en voor het langer thuis wonen "
        "van ouderen. Dit stuk vertaalt die keuzes in afspraken tussen gemeente, corporaties "
        "en huurders. De tekst is in concept gereed; na behandeling in de raad en instemming "
        "van de huurdersorganisaties volgt de ondertekening."
    ),
    Aside(
        "We beloven liever vijf dingen die lukken dan vijftig die mooi klinken.",
    ),
    Heading(None, "Opzet van de afspraken", 2),
    Text(
        "De afspraken zijn doorlopend genummerd. Achter elke afspraak staat wie de kar trekt "
        "en wanneer het resultaat er moet zijn. De trekker roept de anderen bij elkaar en "
        "meldt het als de uitvoering stokt. Cursieve citaten zijn opgetekend tijdens de "
        "bewonersavonden van dit voorjaar; zij horen niet bij de afspraken."
    ),
)

SUPPLY = (
    Heading("1", "Bouwen en benutten", 1, theme="beschikbaarheid"),
    Text(
        "Tot 2040 zijn in Heuvelrode 2.100 extra woningen nodig. Een derde daarvan zou een "
        "sociale huurwoning moeten zijn. De ruimte is beperkt: het bos is beschermd gebied "
        "en aan de noordkant ligt de spoorlijn. Daarom zoeken partijen het in kleine "
        "locaties, in hoger bouwen rond het station en in het beter benutten van wat er "
        "staat."
    ),
    Heading("1.1", "Nieuwe woningen", 2),
    Agreement(
        "1",
        (
            (
                "De corporaties leveren tot en met 2030 {ten minste 220 nieuwe sociale "
                "huurwoningen|220|woningen|nieuwbouw sociale huur|q=min;per=t/m 2030} op. "
                "Rodewoon bouwt er {145|145|woningen|nieuwbouw sociale "
                "huur|p=Rodewoon;per=t/m 2030}, waarvan het grootste deel in het "
                "stationsgebied. Heidehuis neemt {75 woningen|75|woningen|nieuwbouw sociale "
                "huur|p=Heidehuis;per=t/m 2030} voor haar rekening in Lage Heide en Bosrand."
            ),
        ),
        trekker="corporaties",
        betrokkenen="gemeente",
        planning="2030",
        parties=(RODEWOON, HEIDEHUIS),
    ),
    Agreement(
        "2",
        (
            (
                "In plannen met {meer dan 15 woningen|15|woningen|omvang van het "
                "plan|q=min;r=condition} eist de gemeente dat {30%|30|%|aandeel sociale "
                "huur} van de woningen sociale huur is en {20%|20|%|aandeel betaalbare koop} "
                "betaalbare koop. Zij stelt een ontwikkelaar die met een corporatie "
                "samenwerkt in de gelegenheid de woningen rechtstreeks aan die corporatie "
                "over te dragen."
            ),
        ),
        trekker="gemeente",
        planning="met ingang van 2027",
    ),
    Agreement(
        "3",
        (
            (
                "Voor het stationsgebied maken de gemeente en Rodewoon een stedenbouwkundig "
                "plan waarin wonen, werken en groen samenkomen. In het plan worden in elk "
                "geval vastgelegd:"
            ),
            Bullets(
                (
                    (
                        "een bouwhoogte van {maximaal acht lagen|8|overig:lagen|bouwhoogte "
                        "stationsgebied|q=max} langs het spoor;"
                    ),
                    (
                        "een parkeernorm van {0,6 "
                        "plaats|0.6|overig:parkeerplaatsen|parkeernorm per sociale "
                        "huurwoning} per sociale huurwoning;"
                    ),
                    "de plek van de fietsenstalling en het buurtplein;",
                    "de fasering, zodat het busstation bereikbaar blijft.",
                )
            ),
            "Rodewoon krijgt het eerste recht op de kavels aan de oostzijde.",
        ),
        trekker="gemeente",
        betrokkenen="Rodewoon",
        planning="eind 2027",
        parties=(RODEWOON,),
    ),
    Agreement(
        "4",
        (
            (
                "Heidehuis plaatst {24 flexwoningen|24|woningen|flexwoningen|p=Heidehuis} op "
                "het voormalige sportveld in Lage Heide. De woningen zijn bestemd voor "
                "jongeren, spoedzoekers en mensen die op een andere plek moeten wachten op "
                "renovatie. De gemeente verleent een vergunning voor {twaalf "
                "jaar|12|jaar|vergunning flexwoningen|p=Gemeente Heuvelrode}."
            ),
        ),
        trekker="Heidehuis",
        betrokkenen="gemeente",
        planning="medio 2028",
        parties=(HEIDEHUIS,),
    ),
    Heading("1.2", "Beter gebruik van wat er is", 2),
    Text(
        "Op de wachtlijst staan gezinnen die klein wonen en ouderen die ruim wonen. Beide "
        "groepen helpen we met één verhuizing. Op dit moment lukt dat per jaar bij niet meer "
        "dan 12 huishoudens."
    ),
    Agreement(
        "5",
        (
            (
                "De corporaties richten een gezamenlijk doorstroompunt in voor huurders van "
                "{65 jaar en ouder|65|jaar|leeftijd van de huurder|q=min;r=condition}. Wie "
                "een eengezinswoning achterlaat, krijgt voorrang op een appartement, behoudt "
                "zijn huurprijs per vierkante meter en ontvangt {€ "
                "1.500|1500|EUR|verhuisbijdrage} als bijdrage in de verhuizing. Het doel is "
                "{40 verhuizingen|40|overig:verhuizingen|doorstroming van ouderen|per=per "
                "jaar} per jaar. Het doorstroompunt wordt bemenst door een wooncoach, die "
                "ook na de verhuizing bereikbaar blijft en desgewenst kennismaakt met de "
                "nieuwe buren."
            ),
        ),
        trekker="corporaties",
        betrokkenen="huurdersorganisaties",
        planning="start in voorjaar 2027",
    ),
    Agreement(
        "6",
        (
            (
                "Rodewoon en Heidehuis verkopen in de looptijd van deze afspraken geen "
                "eengezinswoningen. Appartementen mag Rodewoon alleen verkopen aan bewoners "
                "van Heuvelrode."
            ),
        ),
        trekker="corporaties",
        planning="doorlopend",
        parties=(RODEWOON, HEIDEHUIS),
    ),
    Agreement(
        "7",
        (
            (
                "De gemeente past haar regels aan zodat woningdelen met toestemming van de "
                "verhuurder mogelijk wordt. De corporaties wijzen daarvoor geschikte "
                "complexen aan en stellen een modelcontract op."
            ),
        ),
        trekker="gemeente",
        betrokkenen="corporaties",
        planning="2028",
    ),
    Aside(
        "Mijn dochter van 27 woont nog op zolder. Ze wil niet weg uit het dorp, maar er is niets.",
    ),
)

COSTS = (
    Heading("2", "Rondkomen", 1, theme="betaalbaarheid"),
    Text(
        "Wie in Heuvelrode een sociale huurwoning heeft, betaalt gemiddeld € 612 per maand. "
        "Dat is betaalbaar zolang het inkomen op peil blijft. Bij ziekte, scheiding of "
        "verlies van werk kan het snel misgaan. Partijen willen er eerder bij zijn."
    ),
    Text("Onze ambitie voor 2030:"),
    Bullets(
        (
            "niemand hoeft te kiezen tussen verwarmen en een warme maaltijd;",
            "wie hulp nodig heeft, weet waar die te vinden is.",
        )
    ),
    Agreement(
        "8",
        (
            (
                "De huursom van de corporaties stijgt niet harder dan de inflatie plus {een "
                "half procent|0.5|%|stijging huursom boven inflatie|q=max}. Huurders met een "
                "inkomen op het sociaal minimum die een slecht geïsoleerde woning huren, "
                "krijgen geen huurverhoging."
            ),
        ),
        trekker="corporaties",
        betrokkenen="huurdersorganisaties",
        planning="{ieder jaar|1|keer_per_jaar|huurverhoging} op 1 juli",
    ),
    Agreement(
        "9",
        (
            (
                "Van de woningen die vrijkomen biedt Rodewoon {minimaal 70%|70|%|toewijzing "
                "onder de aftoppingsgrens|q=min;p=Rodewoon} aan onder de aftoppingsgrens en "
                "Heidehuis {minimaal 76%|76|%|toewijzing onder de "
                "aftoppingsgrens|q=min;p=Heidehuis}."
            ),
        ),
        trekker="corporaties",
        planning="doorlopend",
        parties=(RODEWOON, HEIDEHUIS),
    ),
    Agreement(
        "10",
        (
            (
                "De gemeente zet een geldloket op waar inwoners zonder afspraak "
                "terechtkunnen. Het loket is overdag open en op een avond in de week. "
                "Huurders met een achterstand worden door hun corporatie persoonlijk naar "
                "het loket begeleid."
            ),
        ),
        trekker="gemeente",
        betrokkenen="corporaties",
        planning="1 maart 2027",
    ),
    Agreement(
        "11",
        (
            (
                "Huurdersplatform Rodewoon en Huurdersvereniging Heidehuis leiden huurders "
                "op tot geldmaatje. Zij zoeken {12 tot 15 "
                "vrijwilligers|12|overig:vrijwilligers|geldmaatjes|m=15}; de corporaties "
                "betalen de cursus."
            ),
        ),
        trekker="huurdersorganisaties",
        planning="najaar 2027",
        parties=(PLATFORM, VERENIGING),
    ),
    Agreement(
        "12",
        (
            (
                "Een ontruiming vanwege huurschuld vindt alleen plaats na een gesprek waarin "
                "gemeente, corporatie en huurder alle mogelijkheden hebben doorgenomen. "
                "Wonen er kinderen in het huis, dan besluit de directeur-bestuurder zelf."
            ),
        ),
        trekker="corporaties",
        betrokkenen="gemeente",
        planning="doorlopend",
    ),
    Aside(
        (
            "Een huishouden betaalt een normale huur als de netto huur en de energierekening "
            "samen niet boven 35 procent van het besteedbaar inkomen komen. In Heuvelrode "
            "zit een op de zes huurders daarboven. Bij alleenstaande ouders is dat een op de "
            "vier."
        ),
        heading="Wat is betaalbaar?",
    ),
)

QUALITY = (
    Heading("3", "Groener en zuiniger", 1, theme="duurzaamheid"),
    Text(
        "Ruim 900 corporatiewoningen zijn in de jaren vijftig en zestig gebouwd en sindsdien "
        "nauwelijks veranderd. Zij krijgen als eerste aandacht. Verduurzamen gaat samen met "
        "groot onderhoud, zodat huurders maar één keer overlast hebben."
    ),
    Text("Onze ambitie voor 2030:"),
    Bullets(
        (
            "alle corporatiewoningen zijn in de winter warm te stoken voor een gewone prijs;",
            "in iedere straat staat een boom.",
        )
    ),
    Agreement(
        "13",
        (
            (
                "Rodewoon isoleert {360 "
                "woningen|360|woningen|isolatie|p=Rodewoon;per=2027-2030} en Heidehuis {150 "
                "woningen|150|woningen|isolatie|p=Heidehuis;per=2027-2030} tot de standaard. "
                "Huurders betalen niet voor isolatie. Voor zonnepanelen vragen de "
                "corporaties {ten hoogste € 1,75|1.75|EUR|bijdrage per zonnepaneel|q=max} "
                "per paneel per maand."
            ),
        ),
        trekker="corporaties",
        betrokkenen="huurdersorganisaties",
        planning="2027-2030",
        parties=(RODEWOON, HEIDEHUIS),
    ),
    Agreement(
        "14",
        (
            (
                "De gemeente legt in Bosrand een lokaal warmtenet aan dat gebruikmaakt van "
                "de waterzuivering. Zij draagt het risico van de aanloopverliezen tot "
                "{maximaal € 400.000|400000|EUR|risico aanloopverliezen|q=max;p=Gemeente "
                "Heuvelrode}. Heidehuis sluit haar complexen aan zodra vaststaat dat de "
                "warmte voor huurders niet duurder is dan gas. De huurdersvereniging wordt "
                "vanaf het eerste ontwerp betrokken en krijgt de berekeningen te zien."
            ),
        ),
        trekker="gemeente",
        betrokkenen="Heidehuis",
        planning="besluit in 2028",
        context={"resultaat": "aansluiting van {185 woningen|185|woningen|aansluiting warmtenet}"},
        parties=(HEIDEHUIS,),
    ),
    Agreement(
        "15",
        (
            "Samen vergroenen partijen versteende plekken. De aanpak omvat:",
            Bullets(
                (
                    "een {jaarlijkse|1|keer_per_jaar|tegelwipdag} tegelwipdag in iedere wijk;",
                    (
                        "gratis regentonnen voor huurders met een tuin, tot een totaal van "
                        "{500 stuks|500|overig:stuks|regentonnen};"
                    ),
                    "het planten van bomen op de binnenterreinen van Rodewoon.",
                )
            ),
        ),
        trekker="alle partijen",
        planning="vanaf 2027",
        parties=(RODEWOON,),
    ),
    Agreement(
        "16",
        (
            (
                "Sloopt een corporatie een complex, dan laat zij vooraf onderzoeken welke "
                "bouwdelen opnieuw te gebruiken zijn. De uitkomst wordt gedeeld met de "
                "gemeente, die een opslagplaats beschikbaar houdt op de milieustraat."
            ),
        ),
        trekker="corporaties",
        betrokkenen="gemeente",
        planning="doorlopend",
    ),
)

CARE = (
    Heading("4", "Thuis met zorg en steun", 1, theme="wonen_zorg"),
    Text(
        "Over tien jaar is een kwart van de inwoners 70 jaar of ouder. Ook wonen er in "
        "Heuvelrode steeds meer mensen die begeleiding nodig hebben. De opgave gaat verder "
        "dan stenen: een buurt moet hen kunnen dragen."
    ),
    Heading("4.1", "Ouderen", 2),
    Agreement(
        "17",
        (
            (
                "Er komen {twee knarrenhoven|2|woningen|geclusterde woonvormen voor "
                "ouderen}: een bij de Oude Melkfabriek van Rodewoon, met {32 "
                "appartementen|32|woningen|hof Oude Melkfabriek|p=Rodewoon}, en een in Lage "
                "Heide van Heidehuis, met {18 tot 20 woningen|18|woningen|hof Lage "
                "Heide|m=20;p=Heidehuis}. In beide hoven komt een ruimte die ook voor de "
                "buurt open is. De gemeente draagt per hof {€ 60.000|60000|EUR|bijdrage "
                "gemeenschappelijke ruimte per hof|p=Gemeente Heuvelrode} bij aan de "
                "inrichting."
            ),
        ),
        trekker="corporaties",
        betrokkenen="gemeente en zorgaanbieders",
        planning="2029",
        parties=(RODEWOON, HEIDEHUIS),
    ),
    Agreement(
        "18",
        (
            (
                "Vraagt een huurder om een eenvoudige aanpassing zoals een beugel of een "
                "verhoogd toilet, dan regelt de corporatie die zonder indicatie en zonder "
                "wachtlijst. De gemeente vergoedt achteraf een deel van de kosten."
            ),
        ),
        trekker="corporaties",
        betrokkenen="gemeente",
        planning="juli 2027",
    ),
    Heading("4.2", "Mensen die een steun in de rug nodig hebben", 2),
    Agreement(
        "19",
        (
            (
                "De corporaties reserveren {ieder jaar|1|keer_per_jaar|reservering voor "
                "uitstroom} {14 woningen|14|woningen|uitstroom uit opvang|per=per jaar} voor "
                "mensen die uit de opvang of een instelling komen. De gemeente zorgt dat er "
                "bij de sleuteloverdracht een begeleidingsplan ligt. Loopt het mis, dan "
                "neemt de gemeente {binnen 48 uur|48|overig:uur|actie bij "
                "terugval|q=max;p=Gemeente Heuvelrode} contact op met de bewoner en de "
                "corporatie."
            ),
        ),
        trekker="gemeente",
        betrokkenen="corporaties",
        planning="doorlopend",
    ),
    Agreement(
        "20",
        (
            (
                "Rodewoon beheert het woonwagenterrein aan de Spoordijk en breidt het uit "
                "met {vijf standplaatsen|5|standplaatsen|uitbreiding Spoordijk|p=Rodewoon}. "
                "De gemeente wijst een tweede locatie aan als de wachtlijst daartoe "
                "aanleiding geeft."
            ),
        ),
        trekker="Rodewoon",
        planning="2029",
        parties=(RODEWOON,),
    ),
)

LIVING = (
    Heading("5", "Buurten waar het goed toeven is", 1, theme="leefbaarheid"),
    Text(
        "In de meeste straten gaat het vanzelf goed. In de Componistenbuurt en rond de "
        "Spoordijk gaat dat niet op. Bewoners zien daar dagelijks dat afval wordt gedumpt en "
        "dat jongeren zich vervelen."
    ),
    Text("Onze ambitie voor 2030:"),
    Bullets(
        (
            "in iedere buurt kent men ten minste drie buren bij naam;",
            "meldingen worden opgelost waar ze ontstaan.",
        )
    ),
    Aside("Groeten kost niks. Begin daar eens mee, dan komt de rest ook."),
    Agreement(
        "21",
        (
            (
                "De gemeente en de corporaties stellen samen {twee "
                "buurtverbinders|2|overig:buurtverbinders|aanstelling} aan voor de "
                "Componistenbuurt en de Spoordijk. Rodewoon betaalt {60%|60|%|kosten "
                "buurtverbinders|p=Rodewoon} van de kosten, de gemeente {40%|40|%|kosten "
                "buurtverbinders|p=Gemeente Heuvelrode}. De buurtverbinders kennen de "
                "bewoners, weten welke hulp er is en kunnen zelf kleine uitgaven doen."
            ),
        ),
        trekker="Rodewoon",
        betrokkenen="gemeente",
        planning="1 september 2027",
        parties=(RODEWOON,),
    ),
    Agreement(
        "22",
        (
            (
                "Elke corporatie heeft een leefbaarheidsbudget van {€ "
                "95|95|EUR|leefbaarheidsbudget per woning|per=per jaar} per woning per jaar. "
                "De huurdersorganisaties adviseren over de besteding en kennen zelf een "
                "bewonersprijs toe."
            ),
        ),
        trekker="corporaties",
        betrokkenen="huurdersorganisaties",
        planning="doorlopend",
    ),
    Agreement(
        "23",
        (
            (
                "Voor ondermijning en zware overlast sluiten partijen aan bij het regionale "
                "team. De gemeente neemt de meldingen aan en koppelt aan de corporatie terug "
                "wat ermee is gedaan, voor zover de wet dat toelaat."
            ),
        ),
        trekker="gemeente",
        planning="2027",
    ),
)

PROCESS = (
    Heading("6", "Aan de slag en aan tafel", 1, theme="samenwerking"),
    Text(
        "Vertrouwen groeit door elkaar te zien en door eerlijk te zijn over wat niet lukt. "
        "Daarvoor is een vast ritme nodig."
    ),
    Agreement(
        "24",
        (
            (
                "De wethouder en de bestuurders van de corporaties en huurdersorganisaties "
                "overleggen {vier keer per jaar|4|keer_per_jaar|bestuurlijk overleg}. Een "
                "van die keren gaan zij een dag op pad langs de projecten uit afspraak 1, 3 "
                "en 17."
            ),
        ),
        trekker="gemeente",
        planning="{elk kwartaal|4|keer_per_jaar|bestuurlijk overleg}",
        refs=("1", "3", "17"),
    ),
    Agreement(
        "25",
        (
            (
                "Uiterlijk op 15 april brengen de corporaties in beeld hoe het met iedere "
                "afspraak staat. De gemeente voegt haar eigen gegevens toe en publiceert het "
                "geheel op een openbare webpagina die voor iedereen leesbaar is."
            ),
        ),
        trekker="corporaties",
        betrokkenen="gemeente",
        planning="half april",
    ),
    Agreement(
        "26",
        (
            (
                "De huurdersorganisaties ontvangen van hun corporatie {€ "
                "8.500|8500|EUR|ondersteuning huurdersorganisaties|per=per jaar} per jaar "
                "voor onafhankelijk advies. De gemeente betaalt de zaalhuur van {maximaal "
                "zes bijeenkomsten|6|bijeenkomsten|zaalhuur|q=max;p=Gemeente Heuvelrode} per "
                "jaar."
            ),
        ),
        trekker="corporaties en gemeente",
        planning="vanaf 2027",
    ),
    Heading(None, "Slotbepalingen", 1),
    Text(
        "De afspraken gaan in op 1 januari 2027 en eindigen op 31 december 2030. In de "
        "tweede helft van 2028 bekijken partijen of de aantallen nog reëel zijn. Afspraken "
        "waarvoor geld van de gemeente nodig is, gelden onder voorbehoud van vaststelling "
        "van de begroting. Geschillen worden in het bestuurlijk overleg opgelost; lukt dat "
        "niet, dan wordt een onafhankelijke deskundige om raad gevraagd."
    ),
    Heading(None, "Ondertekening", 1),
    Text("Dit exemplaar is een concept en wordt niet ondertekend. Voorziene ondertekenaars:"),
    Signatures(
        (
            "Gemeente Heuvelrode, wethouder wonen",
            "Rodewoon, directeur-bestuurder",
            "Heidehuis, bestuurder",
            "Huurdersplatform Rodewoon, voorzitter",
            "Huurdersvereniging Heidehuis, voorzitter",
        )
    ),
    Heading(None, "Bijlage: voorraad op 1 januari 2026", 1, theme="overig"),
    Text("De tabel toont het bezit van de corporaties naar kern en is ter informatie opgenomen."),
    Grid(
        ("Kern", "Rodewoon", "Heidehuis"),
        (
            ("Heuvelrode", "2.140", "260"),
            ("Bosrand", "310", "420"),
            ("Lage Heide", "90", "640"),
            ("Totaal", "2.540", "1.320"),
        ),
        caption="Sociale huurwoningen naar kern",
    ),
)

HYPHENATION = """
aan-lei-ding aan-loop-ver-lie-zen aan-pas-sing aan-slui-ting ach-ter-laat ach-ter-stand
aftop-pings-grens alleen-staande appar-te-ment appar-te-men-ten bege-lei-ding bege-lei-dings-plan
behan-de-ling bereik-baar bere-ke-nin-gen beschik-baar beschik-baar-heid bespre-king besteed-baar
bestuur-der bestuur-ders bestuur-lijk betaal-baar betaal-baar-heid betaal-bare bewo-ners-avon-den
bewo-ners-prijs bij-een-kom-sten bin-nen-ter-rei-nen bouw-hoogte bus-sta-tion buurt-plein
buurt-ver-bin-ders Com-po-nis-ten-buurt cor-po-ra-tie cor-po-ra-ties cor-po-ra-tie-wo-nin-gen
des-ge-wenst des-kun-dige door-ge-no-men door-lo-pend door-stroom-punt duur-zaam-heid
een-ge-zins-wo-ning een-ge-zins-wo-nin-gen een-vou-dige ener-gie-re-ke-ning fiet-sen-stal-ling
flex-wo-nin-gen gebruik-maakt geld-maatje gele-gen-heid gemeen-te-raad gemid-delde Geschil-len
geza-men-lijk geï-so-leerde huis-hou-den huis-hou-dens huur-ders-or-ga-ni-sa-ties
Huur-ders-plat-form Huur-ders-ver-e-ni-ging huur-ders-ver-e-ni-ging huur-schuld huur-ver-ho-ging
huur-wo-ning huur-wo-nin-gen infor-ma-tie inrich-ting instel-ling instem-ming jaar-lijkse
ken-nis-maakt knar-ren-ho-ven leef-baar-heid leef-baar-heids-bud-get Melk-fa-briek mili-eu-straat
model-con-tract moge-lijk-he-den nau-we-lijks onaf-han-ke-lijk onaf-han-ke-lijke onder-mij-ning
onder-te-ke-naars onder-te-kend Onder-te-ke-ning onder-te-ke-ning onder-zoe-ken ont-rui-ming
ont-wik-ke-laar opge-te-kend opslag-plaats over-leg-gen par-keer-norm per-soon-lijk
Pres-ta-tie-af-spra-ken publi-ceert recht-streeks regen-ton-nen reser-ve-ren samen-ko-men
samen-wer-king samen-werkt sleu-tel-over-dracht Slot-be-pa-lin-gen spoed-zoe-kers stand-plaat-sen
sta-ti-ons-ge-bied ste-den-bouw-kun-dig tegel-wip-dag terecht-kun-nen toe-stem-ming uit-slui-tend
uit-voe-ring vast-ge-legd vast-hou-den vast-stel-ling Ver-duur-za-men ver-e-ni-ging ver-groe-nen
ver-gun-ning ver-hui-zing ver-hui-zin-gen ver-huur-der ver-steende ver-te-gen-woor-digd
ver-te-gen-woor-digt Ver-trou-wen volks-huis-ves-tings-pro-gramma voor-be-houd voor-ma-lige
voor-zit-ter vrij-ko-mende vrij-wil-li-gers wacht-lijst water-zui-ve-ring woning-de-len
Woning-stich-ting woon-wa-gen-ter-rein zon-ne-pa-ne-len zorg-aan-bie-ders
"""

DOCUMENT = Document(
    slug="heuvelrode-2027-2030",
    title="Prestatieafspraken wonen Heuvelrode 2027 tot en met 2030",
    municipality="Heuvelrode",
    start=2027,
    end=2030,
    signed_on=None,
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Heuvelrode", "de gemeente")),
        Party(RODEWOON, "corporatie", ("Stichting Rodewoon",)),
        Party(HEIDEHUIS, "corporatie", ("Woningstichting Heidehuis",)),
        Party(PLATFORM, "huurdersorganisatie", ("het platform",)),
        Party(VERENIGING, "huurdersorganisatie", ("de vereniging", "De huurdersvereniging")),
    ),
    blocks=(*FRONT, *SUPPLY, *COSTS, *QUALITY, *CARE, *LIVING, *PROCESS),
    header="Concept prestatieafspraken Heuvelrode",
    footer="Versie 0.8 voor de gemeenteraad",
    hyphenation=tuple(HYPHENATION.split()),
)
