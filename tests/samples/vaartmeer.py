"""Sample: a framework in lists that restart and skip, year agreements, articles. All fictional."""

from __future__ import annotations

from tests.samples.content import (
    Agreement,
    AgreementTable,
    Bullets,
    Column,
    Contents,
    Document,
    Heading,
    PageBreak,
    Party,
    Signatures,
    Text,
    Title,
)

VAARTWONEN, MEERBORG, GEMEENTE = "Vaartwonen", "Meerborg", "Gemeente Vaartmeer"
BELANG, STEM = "Huurdersbelang Vaartwonen", "De Meerstem"

YEAR_COLUMNS = (
    Column("Nr", "number", 0.06),
    Column("Jaarafspraak 2026", "text", 0.45),
    Column("Wie", "trekker", 0.16),
    Column("Wanneer", "planning", 0.14),
    Column("Resultaat", "resultaat", 0.19),
)

FRONT = (
    Title(
        (
            "Raamovereenkomst wonen Vaartmeer 2025-2029",
            "met de jaarafspraken voor 2026",
            (
                "gesloten tussen de gemeente Vaartmeer, Vaartwonen, Meerborg, Huurdersbelang "
                "Vaartwonen en De Meerstem"
            ),
        )
    ),
    PageBreak(),
    Contents("Inhoud"),
    PageBreak(),
    Heading(None, "Ondergetekenden", 1),
    Text("De ondergetekenden,"),
    Bullets(
        (
            (
                "de gemeente Vaartmeer, krachtens volmacht vertegenwoordigd door de "
                "wethouder Ruimte en Wonen, hierna “de gemeente”;"
            ),
            (
                "Stichting Vaartwonen, statutair gevestigd te Vaartmeer, vertegenwoordigd "
                "door haar bestuurder, hierna “Vaartwonen”;"
            ),
            (
                "Woningbouwvereniging Meerborg, statutair gevestigd te Borgdijk, "
                "vertegenwoordigd door haar directeur-bestuurder, hierna “Meerborg”;"
            ),
            (
                "Stichting Huurdersbelang Vaartwonen, vertegenwoordigd door de voorzitter en "
                "de penningmeester;"
            ),
            (
                "Huurdersvereniging De Meerstem, vertegenwoordigd door de voorzitter, hierna "
                "“De Meerstem”;"
            ),
        )
    ),
    Text(
        "Vaartwonen en Meerborg tezamen hierna “de corporaties” en Huurdersbelang Vaartwonen "
        "en De Meerstem tezamen hierna “de huurdersorganisaties”, overwegen dat de "
        "woonopgave in Vaartmeer om een langjarige inzet vraagt en dat een kader voor vijf "
        "jaar meer houvast biedt dan losse jaarlijkse afspraken. Zij komen daarom het "
        "volgende overeen."
    ),
    Heading(None, "Inleiding", 1),
    Text(
        "Vaartmeer ligt rond een meer dat ooit voor turf werd gegraven. Die geschiedenis is "
        "nog altijd voelbaar: de bodem zakt, funderingen vragen onderhoud en bouwen is er "
        "duurder dan op zand. Tegelijk is de vraag naar woningen groot. Wie zich vandaag "
        "inschrijft, moet rekening houden met een wachttijd van acht jaar. De corporaties "
        "beheren samen 4.310 woningen; dat is 27% van de voorraad[^1]."
    ),
    Text(
        "Deel A bevat het meerjarig kader. De nummering begint daar in ieder hoofdstuk "
        "opnieuw. Wanneer een afspraak is afgerond of vervallen, wordt haar nummer niet "
        "opnieuw gebruikt, zodat oude verwijzingen blijven kloppen. Deel B werkt het kader "
        "uit voor 2026. Deel C bevat algemene bepalingen."
    ),
)

SUPPLY = (
    PageBreak(),
    Heading("A", "Meerjarig kader 2025-2029", 1, prefix="Deel ", theme="overig"),
    Heading("1", "Beschikbaarheid van woningen", 2, theme="beschikbaarheid"),
    Text(
        "Tot 2035 zijn 1.480 woningen nodig om de groei van het aantal huishoudens bij te "
        "houden. De locaties zijn bekend, maar de volgorde hangt af van het "
        "hoogspanningsstation dat de netbeheerder in 2028 wil opleveren. Wij richten ons "
        "eerst op plekken die zonder zware aansluiting kunnen."
    ),
    Text("Partijen spreken voor de looptijd van deze overeenkomst het volgende af:"),
    Agreement(
        "1",
        (
            (
                "Vaartwonen en Meerborg nemen van 2025 tot en met 2029 {ten minste 310 "
                "sociale huurwoningen|310|woningen|nieuwbouw sociale "
                "huur|q=min;per=2025-2029} in aanbouw. Het aandeel van Vaartwonen daarin is "
                "{205 woningen|205|woningen|nieuwbouw sociale "
                "huur|p=Vaartwonen;per=2025-2029} en dat van Meerborg {105 "
                "woningen|105|woningen|nieuwbouw sociale huur|p=Meerborg;per=2025-2029}. Een "
                "project telt mee vanaf het moment waarop de eerste paal is geslagen."
            ),
        ),
        parties=(VAARTWONEN, MEERBORG),
    ),
    Agreement(
        "2",
        (
            (
                "De gemeente bestemt in ieder plan van {25 woningen en "
                "meer|25|woningen|omvang van het plan|q=min;r=condition} {ten minste "
                "30%|30|%|aandeel sociale huur|q=min} voor sociale huur. Van deze woningen "
                "is {de helft|50|%|sociale huur tot 60 vierkante meter} {niet groter dan 60 "
                "vierkante meter|60|overig:vierkante meter|oppervlakte sociale "
                "huurwoning|q=max}. De gemeente voert de regie over de locaties en maakt bij "
                "iedere tender duidelijk dat een corporatie de sociale huurwoningen afneemt."
            ),
        ),
        trekkers=("gemeente",),
    ),
    Agreement(
        "4",
        (
            (
                "Voor de verkoop van huurwoningen geldt een gezamenlijk plafond van {14 "
                "woningen|14|woningen|verkoop|q=max;per=per jaar} per jaar. Binnen dat "
                "plafond hanteren de corporaties deze volgorde:"
            ),
            Bullets(
                (
                    (
                        "eerst woningen in complexen waar al meer dan {60%|60|%|aandeel "
                        "verkochte woningen in het complex|q=min;r=condition} is verkocht;"
                    ),
                    "daarna woningen die door bodemdaling niet rendabel te herstellen zijn;",
                    "woningen in de kernen Borgdijk en Veenzijde blijven buiten de verkoop.",
                )
            ),
            "De koper is bij voorkeur een huurder van een van beide corporaties.",
        ),
    ),
    Agreement(
        "5",
        (
            (
                "Bij toewijzing krijgen inwoners met een binding aan de gemeente voorrang "
                "voor {ten hoogste 30%|30|%|voorrang bij lokale binding|q=max} van de "
                "vrijkomende woningen. De corporaties leggen over de toepassing {eenmaal per "
                "jaar|1|keer_per_jaar|verantwoording lokale binding} verantwoording af aan "
                "het bestuurlijk overleg."
            ),
        ),
    ),
    Agreement(
        "8",
        (
            (
                "Tijdelijke woningen zijn een volwaardig onderdeel van het aanbod. De "
                "gemeente wijst er grond voor aan die langdurig beschikbaar blijft, en "
                "Meerborg neemt het initiatief voor het eerste project aan de Turfkade."
            ),
        ),
        trekkers=(MEERBORG,),
        parties=(MEERBORG,),
    ),
)

COSTS = (
    Heading("2", "Betaalbaarheid", 2, theme="betaalbaarheid"),
    Text(
        "Voor ruim een kwart van de huurders zijn de vaste lasten hoger dan het Nibud "
        "verantwoord vindt. Een hogere kwaliteit van woningen mag niet tot een hogere last "
        "leiden. Daarop zijn de volgende afspraken gericht."
    ),
    Agreement(
        "i",
        (
            (
                "De kale huur van {ten minste 72%|72|%|woningen onder de lage "
                "aftoppingsgrens|q=min} van de woningen blijft onder de lage "
                "aftoppingsgrens. Dit geldt voor iedere corporatie afzonderlijk."
            ),
        ),
    ),
    Agreement(
        "ii",
        (
            (
                "Gemeente en corporaties vormen een vangnet voor huurders die door een "
                "plotselinge terugval in inkomen hun huur niet kunnen betalen. Het vangnet "
                "wordt gevoed door de gemeente met {€ 40.000|40000|EUR|vangnet|p=Gemeente "
                "Vaartmeer;per=per jaar}, door Vaartwonen met {€ "
                "28.000|28000|EUR|vangnet|p=Vaartwonen;per=per jaar} en door Meerborg met {€ "
                "12.000|12000|EUR|vangnet|p=Meerborg;per=per jaar} per jaar. Een huurder kan "
                "er {maximaal zes maanden|6|overig:maanden|duur van de bijdrage|q=max} een "
                "beroep op doen. Na die periode volgt een gesprek over een blijvende "
                "oplossing: een lagere huur, een andere woning of hulp bij het vinden van "
                "werk."
            ),
        ),
        parties=(VAARTWONEN, MEERBORG),
    ),
    Agreement(
        "iii",
        (
            (
                "De gemeente scheldt de afvalstoffenheffing kwijt voor huurders met een "
                "inkomen tot {120%|120|%|inkomensgrens kwijtschelding|q=max;r=condition} van "
                "de bijstandsnorm."
            ),
        ),
    ),
    Agreement(
        "v",
        (
            (
                "De huurdersorganisaties wijzen hun leden op regelingen en geven signalen "
                "over schrijnende gevallen door, met instemming van de huurder. De "
                "corporaties reageren op ieder signaal."
            ),
        ),
    ),
)

QUALITY = (
    Heading("3", "Kwaliteit en klimaat", 2, theme="duurzaamheid"),
    Text(
        "De zakkende bodem raakt vooral de oudere wijken. Herstel van een fundering kost al "
        "snel meer dan een jaar huur van een heel blok. Verduurzaming en funderingsherstel "
        "moeten daarom in één keer worden aangepakt."
    ),
    Text("Wij spreken af:"),
    Agreement(
        "1",
        (
            (
                "De corporaties onderzoeken voor 1 januari 2027 de fundering van alle "
                "complexen van voor 1970 en delen de uitkomsten met de gemeente. Op basis "
                "daarvan bepalen zij of een complex wordt hersteld, vervangen of voorlopig "
                "in stand gehouden."
            ),
        ),
    ),
    Agreement(
        "2",
        (
            (
                "In de looptijd van het kader isoleren Vaartwonen en Meerborg {circa 480 "
                "woningen|480|woningen|isolatie|q=ca;per=2025-2029}. Van huurders wordt "
                "daarvoor geen huurverhoging gevraagd. Zij krijgen {minimaal acht "
                "weken|8|overig:weken|aankondiging werkzaamheden|q=min} voor de start "
                "bericht over de planning, een logeeradres als het werk langer dan {vijf "
                "dagen|5|overig:dagen|duur van het werk|q=min;r=condition} duurt en een "
                "vergoeding voor schilderwerk en vloeren."
            ),
        ),
        parties=(VAARTWONEN, MEERBORG),
    ),
    Agreement(
        "4",
        (
            (
                "De gemeente verhoogt bij herinrichting het straatpeil niet hoger dan de "
                "dorpels van de woningen toelaten en stemt de aanleg van drainage af met de "
                "corporatie."
            ),
        ),
    ),
)

CARE = (
    Heading("4", "Wonen met zorg en ondersteuning", 2, theme="wonen_zorg"),
    Text(
        "De groep inwoners boven de 75 groeit in vijf jaar met 640 mensen. Daarnaast zoeken "
        "jaarlijks tientallen mensen met een begeleidingsvraag een eigen plek. Wij kiezen "
        "voor spreiding en voor zorg die op tijd komt."
    ),
    Agreement(
        "i",
        (
            (
                "Partijen realiseren voor 2030 {drie "
                "woonzorgzones|3|overig:woonzorgzones|woonzorgzones|per=t/m 2029}: rond het "
                "Meerplein, in Borgdijk en in Veenzijde. In iedere zone zijn binnen een "
                "straal van {400 meter|400|overig:meter|afstand tot voorzieningen|q=max} een "
                "supermarkt, een huisarts en een ontmoetingsplek te vinden. De gemeente past "
                "het trottoir aan, de corporaties de toegang van hun gebouwen."
            ),
        ),
    ),
    Agreement(
        "ii",
        (
            (
                "De corporaties stellen {10%|10|%|vrijkomende woningen voor uitstroom} van "
                "de vrijkomende woningen beschikbaar voor mensen die een instelling of "
                "opvang verlaten. De gemeente staat in voor de begeleiding en voor overlast "
                "die daaruit voortkomt."
            ),
        ),
    ),
    Agreement(
        "iv",
        (
            (
                "De gemeente zoekt voor {zes tot acht standplaatsen|6|standplaatsen|nieuwe "
                "standplaatsen|m=8} een locatie. Vaartwonen neemt de exploitatie op zich."
            ),
        ),
        parties=(VAARTWONEN,),
    ),
)

YEAR = (
    Heading("B", "Jaarafspraken 2026", 1, prefix="Deel ", theme="overig"),
    Text(
        "De jaarafspraken volgen uit het bod van de corporaties van juni 2025[^2] en de "
        "reactie die gemeente en huurdersorganisaties daarop gaven. Zij gelden alleen voor "
        "2026. Nummers die ontbreken horen bij afspraken die al in 2025 zijn afgerond."
    ),
    Heading(None, "Bouwen en toewijzen in 2026", 2, theme="beschikbaarheid"),
    AgreementTable(
        YEAR_COLUMNS,
        (
            Agreement(
                "1",
                (
                    (
                        "Vaartwonen start met de bouw van {58 "
                        "appartementen|58|woningen|start bouw "
                        "Turfkade|p=Vaartwonen;per=2026} aan de Turfkade. De gemeente zorgt "
                        "dat de omgevingsvergunning {binnen acht "
                        "weken|8|overig:weken|afhandeling vergunning|q=max;p=Gemeente "
                        "Vaartmeer} na een volledige aanvraag is afgehandeld."
                    ),
                ),
                trekker="Vaartwonen",
                planning="Mei 2026",
                context={"resultaat": "Eerste paal geslagen"},
                parties=(VAARTWONEN,),
            ),
            Agreement(
                "2",
                (
                    (
                        "Meerborg levert {22 woningen|22|woningen|oplevering "
                        "Veenzijde|p=Meerborg;per=2026} op in Veenzijde. Van deze woningen "
                        "gaan er {acht|8|woningen|voorrang starters} met voorrang naar "
                        "starters uit het dorp."
                    ),
                ),
                trekker="Meerborg",
                planning="Q3 2026",
                context={"resultaat": "Bewoonde woningen"},
                parties=(MEERBORG,),
            ),
            Agreement(
                "4",
                (
                    (
                        "De gemeente koopt het perceel naast de gemeentewerf en onderzoekt "
                        "of daar verplaatsbare woningen kunnen komen."
                    ),
                ),
                trekker="Gemeente",
                planning="December 2026",
                context={"resultaat": "Raadsbesluit"},
            ),
        ),
        horizon="2026",
    ),
    Heading(None, "Lasten verlagen in 2026", 2, theme="betaalbaarheid"),
    AgreementTable(
        YEAR_COLUMNS,
        (
            Agreement(
                "5",
                (
                    (
                        "Het vangnet uit het kader gaat open. Partijen leggen de spelregels "
                        "vast in een folder die in gewone taal is geschreven en die alle "
                        "nieuwe huurders bij de sleutel ontvangen."
                    ),
                ),
                trekker="Gemeente en corporaties",
                planning="1 maart 2026",
                context={"resultaat": ("Folder verspreid")},
            ),
            Agreement(
                "6",
                (
                    (
                        "Huurdersbelang Vaartwonen en De Meerstem houden samen een enquête "
                        "over de woonlasten. De corporaties betalen de kosten."
                    ),
                ),
                trekker="Huurdersorganisaties",
                planning="Q2 2026",
                context={"resultaat": "Rapport met aanbevelingen"},
                parties=(BELANG, STEM),
            ),
        ),
        horizon="2026",
    ),
    Heading(None, "Verbeteren in 2026", 2, theme="duurzaamheid"),
    AgreementTable(
        YEAR_COLUMNS,
        (
            Agreement(
                "8",
                (
                    (
                        "De corporaties isoleren {96 woningen|96|woningen|isolatie|per=2026} "
                        "in de Vogelwijk en Borgdijk. Tijdens de werkzaamheden geldt dat:"
                    ),
                    Bullets(
                        (
                            "iedere huurder een vaste contactpersoon heeft;",
                            (
                                "klachten {binnen twee werkdagen|2|overig:werkdagen|reactie "
                                "op klachten|q=max} worden beantwoord;"
                            ),
                            "de voordeur en het toilet elke avond bruikbaar zijn.",
                        )
                    ),
                    (
                        "Na afloop vullen bewoners een vragenlijst in, die de "
                        "huurdersorganisaties opstellen."
                    ),
                ),
                trekker="Corporaties",
                planning="Hele jaar",
                context={
                    "resultaat": (
                        "Tevredenheid {minimaal een "
                        "7,5|7.5|overig:rapportcijfer|tevredenheid bewoners|q=min}"
                    )
                },
            ),
            Agreement(
                "9",
                (
                    (
                        "De gemeente stelt een funderingsloket in en draagt {€ "
                        "65.000|65000|EUR|funderingsloket|p=Gemeente Vaartmeer;per=2026} bij "
                        "aan het onderzoek in gemengde blokken."
                    ),
                ),
                trekker="Gemeente",
                planning="September 2026",
                context={"resultaat": "Loket geopend"},
            ),
        ),
        horizon="2026",
    ),
    Heading(None, "Ondersteunen in 2026", 2, theme="wonen_zorg"),
    AgreementTable(
        YEAR_COLUMNS,
        (
            Agreement(
                "10",
                (
                    (
                        "Voor de zone rond het Meerplein maken gemeente, corporaties en "
                        "zorgorganisatie De Wadde een plan van aanpak. Het plan beschrijft "
                        "wie welke voorziening betaalt en hoe bewoners meebeslissen. De "
                        "huurdersorganisaties krijgen de tijd om te adviseren."
                    ),
                ),
                trekker="Gemeente",
                planning="Q4 2026",
                context={"resultaat": "Vastgesteld plan"},
                parties=("De Wadde",),
            ),
            Agreement(
                "12",
                (
                    (
                        "Vaartwonen en Meerborg huisvesten de statushouders uit de "
                        "taakstelling voor 2026 naar rato van hun bezit."
                    ),
                ),
                trekker="Corporaties",
                planning="Doorlopend",
                context={"resultaat": "Taakstelling gehaald"},
                parties=(VAARTWONEN, MEERBORG),
            ),
        ),
        horizon="2026",
    ),
)

PROVISIONS = (
    Heading("C", "Algemene bepalingen", 1, prefix="Deel ", theme="overig"),
    Heading("1", "Looptijd", 2, prefix="Artikel "),
    Text(
        "Deze overeenkomst treedt in werking op de dag na ondertekening en eindigt op 31 "
        "december 2029. Zij kan met instemming van alle partijen met ten hoogste een jaar "
        "worden verlengd."
    ),
    Heading("2", "Begrippen", 2, prefix="Artikel "),
    Text(
        "Onder een sociale huurwoning wordt verstaan een woning met een aanvangshuur tot de "
        "grens van artikel 13 van de Wet op de huurtoeslag. Onder in aanbouw nemen wordt "
        "verstaan het begin van de funderingswerkzaamheden."
    ),
    Heading("3", "Overleg en monitoring", 2, prefix="Artikel "),
    Text(
        "Partijen overleggen ten minste drie keer per jaar op bestuurlijk niveau. De "
        "gemeente voert het secretariaat. De voortgang wordt bijgehouden in een gezamenlijk "
        "overzicht, dat voor 1 april wordt bijgewerkt."
    ),
    Heading("4", "Onvoorziene omstandigheden", 2, prefix="Artikel "),
    Text(
        "Indien een partij door gewijzigde wetgeving, een tekort aan middelen of een andere "
        "omstandigheid die haar niet kan worden toegerekend een afspraak niet kan nakomen, "
        "treedt zij binnen vier weken met de andere partijen in overleg."
    ),
    Heading("5", "Geschillen", 2, prefix="Artikel "),
    Text(
        "Geschillen worden eerst in het bestuurlijk overleg besproken. Komen partijen daar "
        "niet uit, dan benoemen zij samen een mediator. De kosten worden in gelijke delen "
        "gedragen."
    ),
    Heading("6", "Openbaarheid", 2, prefix="Artikel "),
    Text("De gemeente publiceert deze overeenkomst en de jaarafspraken op haar website."),
    Heading(None, "Ondertekening", 1),
    Text("Aldus in vijfvoud opgemaakt en ondertekend te Vaartmeer op 4 december 2025."),
    Signatures(
        (
            "Gemeente Vaartmeer, wethouder",
            "Vaartwonen, bestuurder",
            "Meerborg, directeur-bestuurder",
            "Huurdersbelang Vaartwonen, voorzitter",
            "Huurdersbelang Vaartwonen, penningmeester",
            "De Meerstem, voorzitter",
        )
    ),
)

HYPHENATION = """
aan-be-ve-lin-gen aan-slui-ting aan-vangs-huur afge-han-deld aftop-pings-grens
afval-stof-fen-hef-fing afzon-der-lijk appar-te-men-ten beant-woord bege-lei-ding
bege-lei-dings-vraag bepa-lin-gen beschik-baar beschik-baar-heid Beschik-baar-heid bestuur-der
bestuur-lijk betaal-baar-heid Betaal-baar-heid bij-ge-hou-den bij-ge-werkt bij-stands-norm
bodem-da-ling con-tact-per-soon cor-po-ra-tie cor-po-ra-ties Cor-po-ra-ties duur-zaam-heid
exploi-ta-tie fun-de-rin-gen fun-de-rings-her-stel fun-de-rings-lo-ket
fun-de-rings-werk-zaam-he-den gemeen-te-werf geschie-de-nis Geschil-len geschre-ven gewij-zigde
geza-men-lijk her-in-rich-ting her-stel-len hoog-span-nings-sta-tion huis-hou-dens huis-ves-ten
Huur-ders-be-lang huur-ders-or-ga-ni-sa-ties Huur-ders-or-ga-ni-sa-ties Huur-ders-ver-e-ni-ging
huur-toe-slag huur-ver-ho-ging huur-wo-ning huur-wo-nin-gen ini-ti-a-tief instel-ling instem-ming
Jaar-af-spraak Jaar-af-spra-ken jaar-af-spra-ken jaar-lijkse lang-ja-rige logeer-adres
mee-be-slis-sen moni-to-ring net-be-heer-der omge-vings-ver-gun-ning omstan-dig-he-den
omstan-dig-heid onder-ge-te-ken-den Onder-ge-te-ken-den Onder-steu-nen onder-steu-ning
onder-te-kend onder-te-ke-ning Onder-te-ke-ning onder-zoe-ken onder-zoekt ont-moe-tings-plek
Onvoor-ziene Open-baar-heid over-een-komst over-leg-gen pen-ning-mees-ter plot-se-linge
publi-ceert Raads-be-sluit Raam-over-een-komst rea-li-se-ren rege-lin-gen schil-der-werk
schrij-nende secre-ta-ri-aat spel-re-gels stand-plaat-sen sta-tus-hou-ders straat-peil super-markt
taak-stel-ling Taak-stel-ling Tevre-den-heid tien-tal-len Tij-de-lijke toe-ge-re-kend toe-pas-sing
toe-wij-zing uit-kom-sten Vast-ge-steld ver-ant-woord ver-ant-woor-ding Ver-be-te-ren
Ver-duur-za-ming ver-goe-ding ver-plaats-bare ver-te-gen-woor-digd ver-wij-zin-gen vol-waar-dig
voor-zie-ning voor-zit-ter vra-gen-lijst vrij-ko-mende werk-zaam-he-den Woning-bouw-ver-e-ni-ging
woon-las-ten woon-op-gave woon-zorg-zo-nes zor-gor-ga-ni-sa-tie
"""

DOCUMENT = Document(
    slug="vaartmeer-2025-2029",
    title="Raamovereenkomst wonen Vaartmeer 2025-2029",
    municipality="Vaartmeer",
    start=2025,
    end=2029,
    signed_on="2025-12-04",
    parties=(
        Party(GEMEENTE, "gemeente", ("gemeente Vaartmeer", "de gemeente")),
        Party(VAARTWONEN, "corporatie", ("Stichting Vaartwonen",)),
        Party(MEERBORG, "corporatie", ("Woningbouwvereniging Meerborg",)),
        Party(BELANG, "huurdersorganisatie", ("Stichting Huurdersbelang Vaartwonen",)),
        Party(STEM, "huurdersorganisatie", ("Huurdersvereniging De Meerstem",)),
    ),
    blocks=(*FRONT, *SUPPLY, *COSTS, *QUALITY, *CARE, *YEAR, *PROVISIONS),
    footnotes={
        "1": "Stand op 1 januari 2025, zelfstandige en onzelfstandige woningen samen.",
        "2": "Het bod is als bedoeld in de Woningwet aan de gemeente toegezonden.",
    },
    header="Raamovereenkomst wonen Vaartmeer 2025-2029",
    footer="met de jaarafspraken voor 2026",
    hyphenation=tuple(HYPHENATION.split()),
)
