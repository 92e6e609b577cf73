"""Targets in invented sentences, written from the rules of the contract."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tagging.builders import NLP, NOBODY, party
from tests.tagging.builders import PARTIES as FOUR_PARTIES

from prestatie_extract.document import (
    Agreement,
    Passage,
    PlacedWord,
    Role,
    Target,
)
from prestatie_extract.geometry import BBox
from prestatie_extract.tagging.targets import tag_targets

PARTIES = (*FOUR_PARTIES, party("Huurdersraad Merendaal", "huurdersorganisatie"))
WOONRIJK = Role("Woonrijk", ("Woonrijk",), ("woonrijk",), "column")
GEMEENTE = Role("Gemeente", ("gemeente",), ("gemeente-merendaal",), "column")


def _agreement(text: str, **parts: object) -> Agreement:
    return Agreement("1", "afspraak", None, Passage(text), **parts)  # type: ignore[arg-type]


def _targets(text: str, trekker: Role = NOBODY, **parts: object) -> tuple[Target, ...]:
    return tag_targets(_agreement(text, **parts), PARTIES, trekker, NLP)


def _short(target: Target) -> tuple[object, ...]:
    value = target.value if target.value_max is None else (target.value, target.value_max)
    return target.raw, value, target.unit, target.qualifier


QUANTITIES = [
    pytest.param(
        "Woonrijk bouwt 1.250 sociale huurwoningen.",
        [("1.250 sociale huurwoningen", 1250, "woningen", "exact")],
        id="thousands-dot",
    ),
    pytest.param(
        "Van de vrijgekomen woningen gaat 2,5% naar starters.",
        [("2,5%", 2.5, "%", "exact")],
        id="decimal-comma",
    ),
    pytest.param(
        "De gemeente stelt € 1,2 miljoen beschikbaar.",
        [("€ 1,2 miljoen", 1200000, "EUR", "exact")],
        id="euros-in-millions",
    ),
    pytest.param(
        "Per wijk is ten hoogste € 15.000,- te besteden.",
        [("ten hoogste € 15.000,-", 15000, "EUR", "max")],
        id="euros-no-cents",
    ),
    pytest.param(
        "Partijen reserveren 40.000 euro voor buurtinitiatieven.",
        [("40.000 euro", 40000, "EUR", "exact")],
        id="euros-word-behind",
    ),
    pytest.param(
        "Partijen leggen 3 mln. euro in.", [("3 mln. euro", 3000000, "EUR", "exact")], id="mln"
    ),
    pytest.param(
        "De bijdrage ligt tussen € 500 en € 750 per woning.",
        [("€ 500 en € 750", (500, 750), "EUR", "range")],
        id="range-of-euros",
    ),
    pytest.param(
        "Wij voegen ten minste zestig appartementen toe.",
        [("ten minste zestig appartementen", 60, "woningen", "min")],
        id="words-sixty",
    ),
    pytest.param(
        "Er komen vijfentwintig nieuwe flexwoningen.",
        [("vijfentwintig nieuwe flexwoningen", 25, "woningen", "exact")],
        id="words-compound",
    ),
    pytest.param(
        "Wij realiseren circa 40 à 50 zorgwoningen.",
        [("circa 40 à 50 zorgwoningen", (40, 50), "woningen", "range")],
        id="range-a",
    ),
    pytest.param(
        "Het gaat om 80-100 wooneenheden.",
        [("80-100 wooneenheden", (80, 100), "woningen", "range")],
        id="range-hyphen",
    ),
    pytest.param(
        "Tussen de 12 en 15 studio's worden gelabeld voor jongeren.",
        [("12 en 15 studio's", (12, 15), "woningen", "range")],
        id="range-between",
    ),
    pytest.param(
        "Veste renoveert 3 complexen.", [("3 complexen", 3, "complexen", "exact")], id="complexes"
    ),
    pytest.param(
        "Er komen maximaal 6 extra woonwagenstandplaatsen.",
        [("maximaal 6 extra woonwagenstandplaatsen", 6, "standplaatsen", "max")],
        id="pitches",
    ),
    pytest.param(
        "De gemeente zoekt locaties voor 30 opvangplekken.",
        [("30 opvangplekken", 30, "plekken", "exact")],
        id="places",
    ),
    pytest.param(
        "Partijen organiseren twee themabijeenkomsten over wonen en zorg.",
        [("twee themabijeenkomsten", 2, "bijeenkomsten", "exact")],
        id="meetings-in-words",
    ),
    pytest.param(
        "Wij starten minstens drie pilots met woningdelen.",
        [("minstens drie pilots", 3, "projecten", "min")],
        id="projects",
    ),
    pytest.param(
        "De helft van de nieuwbouw is voor ouderen.", [("De helft", 50, "%", "exact")], id="half"
    ),
    pytest.param(
        "Ten minste twee derde van de huurders is tevreden.",
        [("Ten minste twee derde", 66.67, "%", "min")],
        id="two-thirds-in-words",
    ),
    pytest.param(
        "Van het programma is 2/3 sociale huur.", [("2/3", 66.67, "%", "exact")], id="fraction"
    ),
    pytest.param(
        "De voorraad groeit met netto +35.",
        [("netto +35", 35, "woningen", "delta")],
        id="net-with-sign",
    ),
    pytest.param(
        "Het saldo van de voorraad komt uit op -12 woningen.",
        [("-12 woningen", -12, "woningen", "delta")],
        id="minus",
    ),
    pytest.param(
        "Er wordt een maximum van 45 woningen verkocht.",
        [("maximum van 45 woningen", 45, "woningen", "max")],
        id="maximum-of",
    ),
    pytest.param(
        "Wij hanteren een minimaal aandeel van 30 procent sociale huur.",
        [("minimaal aandeel van 30 procent", 30, "%", "min")],
        id="minimal-share-of",
    ),
    pytest.param(
        "Er worden niet meer dan 20 woningen gesloopt.",
        [("niet meer dan 20 woningen", 20, "woningen", "max")],
        id="not-more-than",
    ),
    pytest.param(
        "Wij isoleren ruim 300 woningen.",
        [("ruim 300 woningen", 300, "woningen", "min")],
        id="amply",
    ),
    pytest.param(
        "Zo'n 15% van de huurders krijgt een huisbezoek.",
        [("Zo'n 15%", 15, "%", "ca")],
        id="about",
    ),
    pytest.param(
        "In het plan zijn max. 8 won. voorzien.",
        [("max. 8 won.", 8, "woningen", "max")],
        id="abbreviations",
    ),
    pytest.param(
        "De wachttijd wordt verkort tot hooguit 6 maanden.",
        [("tot hooguit 6 maanden", 6, "overig:maanden", "max")],
        id="months",
    ),
    pytest.param(
        "Wij garanderen een looptijd van 15 jaar of langer.",
        [("15 jaar of langer", 15, "jaar", "min")],
        id="years-or-longer",
    ),
    pytest.param(
        "De gemeente zet 1,5 fte in voor vroegsignalering.",
        [("1,5 fte", 1.5, "overig:fte", "exact")],
        id="fte",
    ),
    pytest.param(
        "Het aandeel sociale huur stijgt van 22% naar 28%.",
        [("22%", 22, "%", "exact"), ("28%", 28, "%", "exact")],
        id="from-to",
    ),
    pytest.param(
        "De minimale aandelen zijn: 20% goedkoop en 50% betaalbaar.",
        [("20%", 20, "%", "min"), ("50%", 50, "%", "min")],
        id="lead-in",
    ),
    pytest.param(
        "Wij houden een of meerdere bewonersavonden.",
        [("een of meerdere bewonersavonden", 1, "bijeenkomsten", "min")],
        id="one-or-more",
    ),
    pytest.param(
        "Er worden 12 sociale en middeldure huurwoningen gebouwd.",
        [("12 sociale en middeldure huurwoningen", 12, "woningen", "exact")],
        id="two-adjectives",
    ),
    pytest.param(
        "Wij plaatsen ± 200 zonnepanelen.",
        [("± 200 zonnepanelen", 200, "overig:zonnepanelen", "ca")],
        id="plus-minus",
    ),
    pytest.param(
        "Veste bouwt 40 (bruto) toevoegingen.",
        [("40 (bruto) toevoegingen", 40, "woningen", "exact")],
        id="aside-between",
    ),
    pytest.param(
        "Woonrijk voegt toe: Lindehof – 14 woningen, Parkzicht – 20 en Molenhoek – 7.",
        [
            ("14 woningen", 14, "woningen", "exact"),
            ("20", 20, "woningen", "exact"),
            ("7", 7, "woningen", "exact"),
        ],
        id="project-list",
    ),
    pytest.param(
        "Er komen 40 woningen in 2025, 50 in 2026 en 60 in 2027.",
        [
            ("40 woningen", 40, "woningen", "exact"),
            ("50", 50, "woningen", "exact"),
            ("60", 60, "woningen", "exact"),
        ],
        id="one-number-a-year",
    ),
    pytest.param(
        "Wij hanteren een percentage van minimaal 25.",
        [("minimaal 25", 25, "%", "min")],
        id="per-cent-without-sign",
    ),
    pytest.param(
        "Wij bouwen 30 woningen/jaar.",
        [("30 woningen", 30, "woningen", "exact")],
        id="a-year-behind-a-slash",
    ),
    pytest.param(
        "In Lindehof komen 44 huur + 18 koop.",
        [("44 huur", 44, "woningen", "exact"), ("18 koop", 18, "woningen", "exact")],
        id="plus-that-adds-up",
    ),
    pytest.param("De slaagkansen wijken +/- 5% af.", [("+/- 5%", 5, "%", "exact")], id="margin"),
    pytest.param(
        "De corporaties sturen op een bandbreedte van ± 3%.",
        [("± 3%", 3, "%", "exact")],
        id="margin-with-sign",
    ),
    pytest.param(
        "Wij isoleren +/- 200 woningen.",
        [("+/- 200 woningen", 200, "woningen", "ca")],
        id="plus-or-minus-that-is-about",
    ),
    pytest.param(
        "De gemeente benoemt één aanspreekpunt.",
        [("één aanspreekpunt", 1, "overig:aanspreekpunten", "exact")],
        id="accents-make-a-numeral",
    ),
    pytest.param(
        "Partijen starten één project in het centrum.",
        [("één project", 1, "projecten", "exact")],
        id="accents-and-known-noun",
    ),
    pytest.param(
        "Ten minste twee van de vijf locaties worden ontwikkeld.",
        [("Ten minste twee van de vijf locaties", 2, "overig:locaties", "min")],
        id="two-out-of-five",
    ),
    pytest.param(
        "In 5 van de 8 wijken komt een buurtteam.",
        [("5 van de 8 wijken", 5, "overig:wijken", "exact")],
        id="five-out-of-eight-in-digits",
    ),
    pytest.param(
        "Wij streven naar 0 huisuitzettingen.",
        [("0 huisuitzettingen", 0, "overig:huisuitzettingen", "exact")],
        id="zero",
    ),
    pytest.param(
        "Wij streven naar nul huisuitzettingen.",
        [("nul huisuitzettingen", 0, "overig:huisuitzettingen", "exact")],
        id="zero-in-words",
    ),
    pytest.param(
        "Woonrijk bouwt tussen de 30 en 40 woningen.",
        [("30 en 40 woningen", (30, 40), "woningen", "range")],
        id="range-between-the",
    ),
    pytest.param(
        "Woonrijk verkoopt twintig tot vijfentwintig woningen.",
        [("twintig tot vijfentwintig woningen", (20, 25), "woningen", "range")],
        id="range-in-words",
    ),
    pytest.param(
        "Veste isoleert ruim honderd woningen.",
        [("ruim honderd woningen", 100, "woningen", "min")],
        id="amply-a-hundred",
    ),
    pytest.param(
        "De gemeente verstrekt eenmalig € 5.000.",
        [("€ 5.000", 5000, "EUR", "exact")],
        id="once-is-no-frequency",
    ),
    pytest.param(
        "De gemeente reserveert € 2 mln. voor het fonds.",
        [("€ 2 mln.", 2000000, "EUR", "exact")],
        id="euros-mln",
    ),
    pytest.param(
        "De vrije ruimte stijgt met 10 %-punt.",
        [("10 %-punt", 10, "overig:procentpunt", "exact")],
        id="percentage-points",
    ),
    pytest.param(
        "De grondprijs bedraagt € 225 per m².", [("€ 225", 225, "EUR", "exact")], id="euros-per-m2"
    ),
    pytest.param(
        "De ruimte is minimaal 150 m² groot.",
        [("minimaal 150 m²", 150, "overig:m2", "min")],
        id="square-metres",
    ),
    pytest.param(
        "De aanvoertemperatuur is maximaal 70 graden.",
        [("maximaal 70 graden", 70, "overig:graden", "max")],
        id="degrees",
    ),
    pytest.param(
        "Het verbruik is ten hoogste 50 kWh.",
        [("ten hoogste 50 kWh", 50, "overig:kWh", "max")],
        id="kwh",
    ),
    pytest.param(
        "Driekwart van de voorraad krijgt label B of hoger.",
        [("Driekwart", 75, "%", "exact")],
        id="three-quarters-and-no-label",
    ),
    pytest.param(
        "Bij overschrijding van 25% volgt overleg.", [("25%", 25, "%", "min")], id="exceeding"
    ),
    pytest.param(
        "Als de 12% wordt overschreden, volgt overleg.", [("12%", 12, "%", "min")], id="exceeded"
    ),
    pytest.param(
        "Bij onderschrijding van 20% volgt overleg.", [("20%", 20, "%", "max")], id="falling-short"
    ),
    pytest.param(
        "De norm van 30% mag niet worden overschreden.",
        [("30%", 30, "%", "max")],
        id="may-not-be-exceeded",
    ),
    pytest.param(
        "Wij overleggen 2 à 3 keer per jaar.",
        [("2 à 3 keer per jaar", (2, 3), "keer_per_jaar", "range")],
        id="range-of-times",
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantity(text: str, expected: list[tuple[object, ...]]) -> None:
    """Raw words, value, unit and qualifier follow the contract's tables."""
    assert [_short(t) for t in _targets(text)] == expected


FREQUENCIES = [
    ("Partijen komen vier keer per jaar bijeen.", "vier keer per jaar", 4, "exact"),
    ("Wij evalueren tweemaal per jaar.", "tweemaal per jaar", 2, "exact"),
    ("Er is minimaal eenmaal per jaar overleg.", "minimaal eenmaal per jaar", 1, "min"),
    ("De monitor verschijnt halfjaarlijks.", "halfjaarlijks", 2, "exact"),
    ("De halfjaarlijkse rapportage gaat naar de raad.", "halfjaarlijkse", 2, "exact"),
    ("Elk kwartaal spreken partijen elkaar.", "Elk kwartaal", 4, "exact"),
    ("Per kwartaal wordt de voortgang gedeeld.", "Per kwartaal", 4, "exact"),
    ("De wijkteams overleggen maandelijks.", "maandelijks", 12, "exact"),
    ("Iedere maand is er een spreekuur.", "Iedere maand", 12, "exact"),
    ("Eens per twee jaar volgt een woononderzoek.", "Eens per twee jaar", 0.5, "exact"),
    ("Eén keer in de vier jaar herzien wij de visie.", "Eén keer in de vier jaar", 0.25, "exact"),
    ("Iedere 5 jaar komt er een nieuw plan.", "Iedere 5 jaar", 0.2, "exact"),
    ("Ieder jaar leveren corporaties gegevens aan.", "Ieder jaar", 1, "exact"),
    ("Jaarlijks bespreken wij de cijfers.", "Jaarlijks", 1, "exact"),
    ("Om het jaar houden wij een enquête.", "Om het jaar", 0.5, "exact"),
    ("Het overleg vindt 6x per jaar plaats.", "6x per jaar", 6, "exact"),
    ("Per jaar maken wij een werkplan.", "Per jaar", 1, "exact"),
    ("Jaarlijks zoeken wij elkaar drie keer op.", "drie keer", 3, "exact"),
    ("De stuurgroep vergadert 4 maal per jaar.", "4 maal per jaar", 4, "exact"),
    ("De regiegroep komt eens per kwartaal bijeen.", "eens per kwartaal", 4, "exact"),
    ("Het onderzoek vindt tweejaarlijks plaats.", "tweejaarlijks", 0.5, "exact"),
    ("Gesprekken zijn er tweejaarlijks rond 1 mei en 1 november.", "tweejaarlijks", 2, "exact"),
    ("Het onderzoek is tweejaarlijks en start op 1 mei 2026.", "tweejaarlijks", 0.5, "exact"),
]


@pytest.mark.parametrize(("text", "raw", "value", "qualifier"), FREQUENCIES)
def test_frequency(text: str, raw: str, value: float, qualifier: str) -> None:
    """How often something is done counts as times a year."""
    (target,) = _targets(text)
    assert _short(target) == (raw, value, "keer_per_jaar", qualifier)


NO_TARGETS = [
    pytest.param("De visie wordt in 2026 herzien.", id="year"),
    pytest.param("Uiterlijk 1 april 2026 is het plan gereed.", id="date"),
    pytest.param("De regeling gaat in op 1-7-2025.", id="numeric-date"),
    pytest.param("In Q3 en het tweede kwartaal van 2025 volgt een voorstel.", id="quarter"),
    pytest.param("Dit hangt samen met afspraak 4, 7 en 12.", id="references"),
    pytest.param("Zie artikel 44, lid 3 van de Woningwet en bijlage 2.", id="article"),
    pytest.param("Zoals vermeld in tabel 3 en paragraaf 2.4.", id="table-number"),
    pytest.param("Wij bouwen voor 1- en 2-persoonshuishoudens.", id="household-size"),
    pytest.param("Het gaat vooral om 3-kamerwoningen.", id="dwelling-type"),
    pytest.param("De CO2-uitstoot daalt en label A++ wordt de norm.", id="letters-with-digits"),
    pytest.param("Woningen onder de 2e aftoppingsgrens.", id="ordinal"),
    pytest.param("Wij volgen de 3-30-300 regel.", id="rule-name"),
    pytest.param("Het project Thuis033 en de Woondeal 2.0 zijn de basis.", id="names"),
    pytest.param("Bel het loket: 0341-123456.", id="phone"),
    pytest.param(
        "Wij streven naar een evenredige verdeling tussen de drie corporaties.", id="known"
    ),
    pytest.param("In de tweede helft van 2026 starten wij.", id="half-of-year"),
    pytest.param("De jaarlijkse groei blijft achter.", id="yearly-amount"),
    pytest.param("Eén van de partijen neemt het initiatief.", id="one-of"),
    pytest.param("De gemeente acht dit noodzakelijk.", id="acht-is-a-verb"),
    pytest.param("Een derde partij voert het onderzoek uit.", id="third-party"),
    pytest.param("De raamovereenkomst loopt van 2022-2026.", id="span-of-years"),
    pytest.param("Wij bouwen 65+-woningen en betrekken 55-plussers.", id="age-in-a-name"),
    pytest.param("De opgave wordt verdeeld over de 3 corporaties.", id="parties-are-no-promise"),
    pytest.param("Wij werken langs 5 lijnen.", id="lines-are-no-promise"),
    pytest.param("De verdeling is 60/40; schouw in 1 op de 3 jaar.", id="ratios"),
    pytest.param("Er is behoefte aan één loket en aan een aanspreekpunt.", id="no-numeral"),
    pytest.param("In één buurt mag de concentratie niet te groot worden.", id="one-and-the-same"),
    pytest.param("De meerderheid van de huurders is tevreden.", id="majority"),
    pytest.param("Er zijn enkele tientallen meldingen.", id="some-tens"),
    pytest.param("Nul-op-de-meter is de norm; nul op de meter dus.", id="zero-in-a-name"),
    pytest.param("Het loket staat aan de Dorpsstraat 12, 3841 AB Merendaal.", id="address"),
    pytest.param("Bel 06-12345678 of 0341 - 123 456 of tel. 14 0341.", id="phones"),
    pytest.param("De regeling loopt van 1-1-2026 tot 31-12-2029.", id="dates-in-digits"),
    pytest.param("Het spreekuur is van 10.00 uur tot 12.30 uur.", id="times"),
    pytest.param("Conform artikel 42, eerste lid en artikel 44a, lid 2.", id="article-and-lid"),
    pytest.param("Alle woningen hebben label B of hoger.", id="label"),
    pytest.param("a) het overleg; b) de monitor; 1) het plan", id="list-marks"),
]


@pytest.mark.parametrize("text", NO_TARGETS)
def test_no_target(text: str) -> None:
    """Years, dates, references, names and list marks count nothing."""
    assert [t.raw for t in _targets(text)] == []


PERIODS = [
    ("Woonrijk bouwt 40 woningen t/m 2028.", "t/m 2028"),
    ("Tot en met 2030 komen er 300 woningen bij.", "t/m 2030"),
    ("In de periode 2025-2028 worden 90 woningen gesloopt.", "2025-2028"),
    ("Tussen 2024 en 2030 voegen wij 200 woningen toe.", "2024-2030"),
    ("In 2026 worden 25 woningen opgeleverd.", "2026"),
    ("Vóór 1 juli 2027 zijn 60 woningen geïsoleerd.", "tot 2027"),
    ("Vanaf 2026 is 30% sociale huur de norm.", "vanaf 2026"),
    ("Wij verkopen maximaal 10 woningen per jaar.", "per jaar"),
    ("Jaarlijks verkopen wij 10 woningen.", "per jaar"),
    ("De uitstoot daalt met 20% ten opzichte van 2020.", None),
    ("Er komen 30 woningen (2026) en 20 woningen (2027) bij.", "2026"),
    ("Wij bouwen 45 woningen.", None),
    ("In de komende 5 jaar is 75% verduurzaamd.", "komende 5 jaar"),
    ("Wij slopen de komende twee jaren 12 woningen.", "komende twee jaren"),
    ("Op korte termijn bouwt Veste 12 woningen.", "op korte termijn"),
    ("De komende jaren verkopen wij 12 woningen.", None),
    ("In de komende jaren, t/m 2029, bouwen wij 12 woningen.", "t/m 2029"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_period(text: str, period: str | None) -> None:
    """The period is the one printed with the number, never a year of comparison."""
    target = next(t for t in _targets(text) if t.unit not in ("keer_per_jaar", "jaar"))
    assert target.period == period


def test_periods_of_planning_cell() -> None:
    """In the planning cell the year before a number is its period."""
    planning = Passage("2025: ca. 30 won. 2026 - 2028: 55 won.")
    targets = _targets("Woonrijk bouwt woningen.", WOONRIJK, planning=planning)
    assert [(t.raw, t.period, t.where) for t in targets] == [
        ("ca. 30 won.", "2025", "planning"),
        ("55 won.", "2026-2028", "planning"),
    ]


OWNERS = [
    ("Woonrijk verkoopt maximaal 40 woningen.", NOBODY, ["woonrijk"]),
    ("Corporaties verkopen 60 woningen (Woonrijk: 40, De Linde: 20).", NOBODY,
     [None, "woonrijk", "de-linde"]),
    ("Woonrijk (4) en Veste (6) realiseren samen 10 standplaatsen.", NOBODY,
     ["woonrijk", "veste", None]),
    ("Woonrijk en De Linde bouwen 80 woningen.", NOBODY, [None]),
    ("Partijen bouwen 80 woningen.", WOONRIJK, [None]),
    ("In 2026 worden 30 woningen gebouwd.", WOONRIJK, ["woonrijk"]),
    ("Voor De Linde is dit 35% en voor Veste 65%.", NOBODY, ["de-linde", "veste"]),
    ("In overleg met Veste sloopt Woonrijk 12 woningen.", NOBODY, ["woonrijk"]),
    ("Er worden 15 woningen verduurzaamd door Veste.", NOBODY, ["veste"]),
    ("De gemeente draagt € 5.000 bij.", GEMEENTE, ["gemeente-merendaal"]),
    ("De gemeente draagt € 5.000 bij.", NOBODY, ["gemeente-merendaal"]),
    ("Woonrijk pakt 90 woningen aan. Daarvan worden 30 woningen gesloopt.", NOBODY,
     ["woonrijk", "woonrijk"]),
    ("Woonrijk bouwt 9 woningen. De corporaties bouwen 30 woningen.", NOBODY, ["woonrijk", None]),
    ("Omdat niet elk plan 30% bevat onderzoekt Woonrijk een fonds.", NOBODY, [None]),
    ("De opgave is 70 woningen (Veste).", NOBODY, ["veste"]),
    ("De sleutel is 58% voor Woonrijk, 39% voor Veste en 3% voor Zonnewijk.", NOBODY,
     ["woonrijk", "veste", None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trekker", "expected"), OWNERS)
def test_party(text: str, trekker: Role, expected: list[str | None]) -> None:
    """A number belongs to the party it is listed under, the subject or the only leader."""
    assert [t.party_id for t in _targets(text, trekker)] == expected


ROLES = [
    ("Bij 20 woningen of meer geldt de verordening.", ["condition"]),
    ("Bij projecten van meer dan 15 woningen is 30% sociaal.", ["condition", "target"]),
    ("Inwoners van 60 jaar en ouder krijgen voorrang.", ["condition"]),
    ("Jongeren tot 28 jaar krijgen een contract van 5 jaar.", ["condition", "target"]),
    ("Huishoudens met een inkomen tot € 45.000 hebben voorrang.", ["condition"]),
    ("Wie een woning met minimaal 4 kamers achterlaat, krijgt voorrang.", ["condition"]),
    ("Indien meer dan 10% afhaakt, volgt overleg.", ["condition"]),
    ("Als partijen de 30% niet halen, volgt overleg.", ["condition"]),
    ("Indien dat niet lukt, geldt een termijn van 3 maanden.", ["target"]),
    ("Bij overschrijding van 25% volgt overleg.", ["condition"]),
    ("Van de nieuwbouw is bij 16 woningen of meer 30% sociaal.", ["condition", "target"]),
    ("De ruimte ligt op < 300 meter.", ["condition"]),
    ("Momenteel telt de voorraad 2.400 woningen.", ["context"]),
    ("De vrije ruimte gaat van 5% naar maximaal 10%.", ["context", "target"]),
    ("In de afgelopen periode werden 60 woningen gesloopt.", ["context"]),
    ("Dat is een jaar eerder dan landelijk.", ["context"]),
    ("Bij ruim 100 woningen vervangen wij het glas.", ["target"]),
    (
        "Indien dat niet lukt, wordt de woning drie maanden aangeboden aan wie er een achterlaat.",
        ["target"],
    ),
    ("Omdat het niet haalbaar is dat elk plan ten minste 30% bevat, volgt een fonds.", ["context"]),
    ("Niet elk plan hoeft te bestaan uit 30% sociale huur.", ["context"]),
    ("Als het niet mogelijk is, geldt een termijn van 3 maanden.", ["target"]),
    ("Wij wijzen 18% toe. Binnen deze 18% is 40% voor starters.", ["target", "context", "target"]),
    ("Wij houden 15% vrij en kijken in mei of de 15% genoeg is.", ["target", "context"]),
    (
        "Er komt 30% sociale huur. Lukt de aankoop van de 30% niet, dan volgt overleg.",
        ["target", "context"],
    ),
    ("De helft is sociaal. De andere helft is middenhuur.", ["target", "target"]),
    ("De norm van 30% mag niet worden overschreden.", ["target"]),
    ("Woonrijk wijst 25% van de woningen toe aan spoedzoekers.", ["target"]),
    ("Er komen 30 clusterwoningen (minimaal 10 woningen per cluster).", ["target", "condition"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_role(text: str, roles: list[str]) -> None:
    """Thresholds are conditions, facts and history context, the rest is promised."""
    assert [t.role for t in _targets(text)] == roles


def test_list_takes_over_lead_in() -> None:
    """Items take unit, period and qualifier from the words that announce the list."""
    items = ("Woonrijk: 30;", "De Linde: 12.")
    text = (
        "In 2026 bouwen de corporaties de volgende aantallen woningen: Woonrijk: 30; De Linde: 12."
    )
    targets = _targets(text, items=tuple(map(Passage, items)))
    assert [(t.value, t.unit, t.party_id, t.period) for t in targets] == [
        (30, "woningen", "woonrijk", "2026"),
        (12, "woningen", "de-linde", "2026"),
    ]


def test_where_and_regions() -> None:
    """A target says in which text it stands and where its words are printed."""
    words = (
        PlacedWord(0, 8, 3, BBox(10, 10, 50, 20)),
        PlacedWord(9, 14, 3, BBox(55, 10, 80, 20)),
        PlacedWord(15, 17, 3, BBox(85, 10, 95, 20)),
        PlacedWord(18, 27, 4, BBox(10, 10, 60, 20)),
    )
    context = {"toelichting": Passage("Woonrijk bouwt 40 woningen.", words)}
    (target,) = _targets("Wij bouwen.", context=context)
    assert target.where == "context:toelichting"
    assert [region.page_number for region in target.regions] == [3, 4]


def test_repeated_frequency_in_planning() -> None:
    """The planning cell's "Jaarlijks" counts once where the text says it too."""
    (target,) = _targets("Jaarlijks spreken wij elkaar.", planning=Passage("Jaarlijks"))
    assert target.where == "text"


def test_trained_pipeline_without_sentencizer() -> None:
    """A pipeline that splits no sentences still gives targets."""
    found = tag_targets(_agreement("Wij bouwen 40 woningen."), PARTIES, NOBODY, spacy.blank("nl"))
    assert [t.value for t in found] == [40]


PIECES = st.sampled_from(
    [
        "Woonrijk", "bouwt", "in", "2026", "maximaal", "40", "woningen", "€ 1.250,-", "2,5%", "tot",
        "8", "van", "naar", "twee", "keer", "per", "jaar", ".", ";", "(", ")", "de helft", "+29",
        "netto", "1-1-2025", "à", "jaarlijks", "tussen", "en", "De Linde:", "1/3", "½", "\n",
        "\u00a0", "ca.", "²",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25), st.text(max_size=15))
def test_raw_is_a_piece_of_its_text(pieces: list[str], tail: str) -> None:
    """`raw` is the text between its offsets, whatever the text."""
    text = " ".join(pieces) + tail
    for target in _targets(text):
        assert target.start is not None
        assert target.raw == text[target.start : target.end]
        assert target.raw
