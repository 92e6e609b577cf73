"""Whole sentences as municipalities write them, every field of their targets at once."""

from __future__ import annotations

import pytest
from tests.tagging.builders import NLP, NOBODY, PARTIES

from prestatie_extract.document import Agreement, Passage
from prestatie_extract.tagging.targets import tag_targets

Expected = tuple[float | tuple[float, float], str, str, str | None, str | None, str]

SENTENCES: list[tuple[str, list[Expected]]] = [
    (
        "Woonrijk streeft naar een netto groei van 25 woningen per jaar in 2024 t/m 2028.",
        [(25, "woningen", "exact", "woonrijk", "2024-2028, per jaar", "target")],
    ),
    (
        "De corporaties spannen zich in om jaarlijks gemiddeld 50 sociale huurwoningen te bouwen.",
        [(50, "woningen", "ca", None, "per jaar", "target")],
    ),
    (
        "Minimaal 70% van de vrijkomende woningen wordt passend toegewezen.",
        [(70, "%", "min", None, None, "target")],
    ),
    (
        "De slaagkans van jongeren is in 2026 ten minste 12%.",
        [(12, "%", "min", None, "2026", "target")],
    ),
    (
        "Partijen evalueren de afspraken ten minste twee maal per jaar in het bestuurlijk overleg.",
        [(2, "keer_per_jaar", "min", None, None, "target")],
    ),
    (
        "De gemeente reserveert voor 2025 een bedrag van € 150.000 voor leefbaarheid.",
        [(150000, "EUR", "exact", "gemeente-merendaal", "2025", "target")],
    ),
    (
        "Woonrijk besteedt per woning maximaal € 130,- per jaar aan leefbaarheid.",
        [(130, "EUR", "max", "woonrijk", "per jaar", "target")],
    ),
    (
        "Eind 2025 heeft 80% van het bezit van Woonrijk label B of beter.",
        [(80, "%", "exact", None, "2025", "target")],
    ),
    (
        "De taakstelling voor de eerste helft van 2025 bedraagt 38 personen.",
        [(38, "overig", "exact", None, "2025", "target")],
    ),
    (
        "De Linde levert in 2025 24 appartementen op en start met 36 grondgebonden woningen.",
        [
            (24, "woningen", "exact", "de-linde", "2025", "target"),
            (36, "woningen", "exact", "de-linde", "2025", "target"),
        ],
    ),
    (
        "De komende vier jaar worden 400 tot 450 woningen verduurzaamd.",
        [
            (4, "jaar", "exact", None, None, "target"),
            ((400, 450), "woningen", "range", None, "komende vier jaar", "target"),
        ],
    ),
    (
        "Per 1 januari 2024 bezit Woonrijk 3.215 sociale huurwoningen.",
        [(3215, "woningen", "exact", "woonrijk", "2024", "context")],
    ),
    (
        "Het percentage sociale huur bedraagt thans 27%.",
        [(27, "%", "exact", None, None, "context")],
    ),
    (
        "Binnen zes weken na ontvangst reageert de gemeente.",
        [(6, "overig", "max", None, None, "target")],
    ),
    ("De huurverhoging bedraagt maximaal 4,1%.", [(4.1, "%", "max", None, None, "target")]),
    (
        "Bij nieuwbouwprojecten vanaf 10 woningen geldt 35% sociaal.",
        [
            (10, "woningen", "min", None, None, "condition"),
            (35, "%", "exact", None, None, "target"),
        ],
    ),
    (
        "Huurders met een inkomen onder € 30.000 komen in aanmerking.",
        [(30000, "EUR", "max", None, None, "condition")],
    ),
    (
        "Senioren vanaf 65 jaar behouden hun huurprijs.",
        [(65, "jaar", "min", None, None, "condition")],
    ),
    (
        "Wij realiseren in 2026 twee ontmoetingsplekken en drie buurtmoestuinen.",
        [
            (2, "plekken", "exact", None, "2026", "target"),
            (3, "overig", "exact", None, "2026", "target"),
        ],
    ),
    (
        "Ongeveer een derde van de nieuwbouw is levensloopgeschikt.",
        [(33.33, "%", "ca", None, None, "target")],
    ),
    (
        "Van de 120 nieuwbouwwoningen wordt een kwart toegewezen aan doorstromers.",
        [
            (120, "woningen", "exact", None, None, "target"),
            (25, "%", "exact", None, None, "target"),
        ],
    ),
    (
        "De CO2-uitstoot is in 2030 met 55% gereduceerd ten opzichte van 1990.",
        [(55, "%", "exact", None, "2030", "target")],
    ),
    (
        "Woonrijk en Veste stellen elk 15 woningen beschikbaar.",
        [(15, "woningen", "exact", None, None, "target")],
    ),
    (
        "Corporaties leveren voor 1 juli en voor 1 december, dus tweemaal per jaar, cijfers aan.",
        [(2, "keer_per_jaar", "exact", None, None, "target")],
    ),
    ("De gemiddelde energie-index daalt naar 1,2.", []),
    (
        "Er geldt een minimale opkoopdrempel van € 355.000,-.",
        [(355000, "EUR", "min", None, None, "target")],
    ),
    (
        "Maandelijks is er casusoverleg en elk half jaar een evaluatie.",
        [
            (12, "keer_per_jaar", "exact", None, None, "target"),
            (2, "keer_per_jaar", "exact", None, None, "target"),
        ],
    ),
    (
        "Wij bieden plaats aan 12 à 15 jongeren.",
        [((12, 15), "overig", "range", None, None, "target")],
    ),
    ("De voorraad mag met niet meer dan 2 procent dalen.", [(2, "%", "max", None, None, "target")]),
    (
        "Ten hoogste 10 % van de toewijzingen is lokaal maatwerk.",
        [(10, "%", "max", None, None, "target")],
    ),
    (
        "Woonrijk: 60 woningen in 2025; Veste: 35 woningen in 2026.",
        [
            (60, "woningen", "exact", "woonrijk", "2025", "target"),
            (35, "woningen", "exact", "veste", "2026", "target"),
        ],
    ),
    (
        "Doel: 100 nultredenwoningen (Woonrijk 60, Veste 40) uiterlijk eind 2027.",
        [
            (100, "woningen", "exact", None, "t/m 2027", "target"),
            (60, "woningen", "exact", "woonrijk", "t/m 2027", "target"),
            (40, "woningen", "exact", "veste", "t/m 2027", "target"),
        ],
    ),
    ("De wachttijd was in 2022 gemiddeld 9 jaar.", [(9, "jaar", "ca", None, None, "context")]),
    ("Uiterlijk 31 december 2025 hebben alle woningen met label E, F en G een plan.", []),
    (
        "In 2027 is het aantal huisuitzettingen maximaal 5.",
        [(5, "overig", "max", None, "2027", "target")],
    ),
    (
        "Elke 3 jaar actualiseren wij het bod.",
        [(0.3333, "keer_per_jaar", "exact", None, None, "target")],
    ),
    (
        "Van 2025 tot 2028 voegt Veste 90 woningen toe, waarvan 30 in het middensegment.",
        [
            (90, "woningen", "exact", "veste", "2025-2028", "target"),
            (30, "woningen", "exact", "veste", "2025-2028", "target"),
        ],
    ),
    (
        "De gemeente stelt vijf locaties beschikbaar voor in totaal 150 flexwoningen.",
        [
            (5, "overig", "exact", None, None, "target"),
            (150, "woningen", "exact", None, None, "target"),
        ],
    ),
    (
        "Een huurder betaalt na renovatie hoogstens € 25 per maand extra.",
        [(25, "EUR", "max", None, "per maand", "target")],
    ),
    (
        "Tenminste 1x per jaar houden wij een schouw in iedere wijk.",
        [(1, "keer_per_jaar", "min", None, None, "target")],
    ),
    (
        "Het tripartite overleg komt vier- tot zesmaal per jaar bijeen.",
        [((4, 6), "keer_per_jaar", "range", None, None, "target")],
    ),
    (
        "Woningzoekenden staan ingeschreven in twee verdeelsystemen.",
        [(2, "overig", "exact", None, None, "context")],
    ),
    (
        "De corporaties bouwen samen 2000 woningen.",
        [(2000, "woningen", "exact", None, None, "target")],
    ),
    ("Wij willen in 2026 woningen toevoegen.", []),
    (
        "Woonrijk verhuurt tweeduizendvijfhonderd woningen.",
        [(2500, "woningen", "exact", "woonrijk", None, "target")],
    ),
    (
        "Het kernteam vergadert om de maand.",
        [(6, "keer_per_jaar", "exact", None, None, "target")],
    ),
    (
        "De slaagkansen worden per half jaar gepubliceerd.",
        [(2, "keer_per_jaar", "exact", None, None, "target")],
    ),
    (
        "Partijen spreken elkaar elk kalenderjaar.",
        [(1, "keer_per_jaar", "exact", None, None, "target")],
    ),
    (
        "De reactie volgt binnen een half jaar.",
        [(0.5, "jaar", "max", None, None, "target")],
    ),
    (
        "De proef duurt anderhalf jaar.",
        [(1.5, "jaar", "exact", None, None, "target")],
    ),
    (
        "Woonrijk steekt hier € 31 tot € 34 miljoen in.",
        [((31e6, 34e6), "EUR", "range", "woonrijk", None, "target")],
    ),
    (
        "Het aandeel is ten minste een derde sociale huur.",
        [(33.33, "%", "min", None, None, "target")],
    ),
    (
        "Wij bestemmen 1 op de 5 nieuwe woningen voor starters.",
        [(20, "%", "exact", None, None, "target")],
    ),
    (
        "Woonrijk vervangt de huidige flat en bouwt 40 woningen.",
        [(40, "woningen", "exact", "woonrijk", None, "target")],
    ),
    (
        "Ter vervanging van 30 woningen bouwt Woonrijk 40 woningen.",
        [
            (30, "woningen", "exact", None, None, "context"),
            (40, "woningen", "exact", "woonrijk", None, "target"),
        ],
    ),
    (
        "De nieuwe wijk telt straks minimaal 200 woningen.",
        [(200, "woningen", "min", None, None, "target")],
    ),
]
"""(text, [(value or range, unit before the colon, qualifier, party, period, role)])."""


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentence(text: str, expected: list[Expected]) -> None:
    """Value, unit, qualifier, party, period and role follow the rules of the contract."""
    agreement = Agreement("1", "afspraak", None, Passage(text))
    found = [
        (
            t.value if t.value_max is None else (t.value, t.value_max),
            t.unit.split(":")[0],
            t.qualifier,
            t.party_id,
            t.period,
            t.role,
        )
        for t in tag_targets(agreement, PARTIES, NOBODY, NLP)
    ]
    assert found == expected
