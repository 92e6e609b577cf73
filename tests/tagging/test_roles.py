"""Trekkers and involved parties."""

from __future__ import annotations

import pytest

from prestatie_extract.document import Agreement, Match, Party, Passage
from prestatie_extract.tagging.roles import tag_involved, tag_trekker


def _party(name: str, kind: str, *aliases: str, signatory: bool = True) -> Party:
    party_id = name.lower().replace(" ", "-")
    return Party(party_id, name, kind, aliases, signatory, Match("new", 100.0))


PARTIES = (
    _party("Gemeente Elzerwoude", "gemeente"),
    _party("De Linde", "corporatie"),
    _party("Hart & Haard", "corporatie", "H&H"),
    _party("HEB", "huurdersorganisatie", "Huurdersbelangen Elzerwoude Buiten"),
    _party("Bewonersraad De Linde", "huurdersorganisatie", "Bewonersraad"),
    _party("Zorggroep Noord", "zorg", signatory=False),
)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Gemeente/ Corporaties", ["gemeente", "corporaties"]),
        ("Gemeente Corporaties", ["gemeente", "corporaties"]),
        ("Corporaties En gemeente", ["corporaties", "gemeente"]),
        ("Gemeente, corporaties & huurders", ["gemeente", "corporaties", "huurdersorganisaties"]),
        ("Woningstichtingen i.s.m. gemeente", ["corporaties", "gemeente"]),
        ("Woco's en college van B&W", ["corporaties", "gemeente"]),
        ("Huurders-organisaties", ["huurdersorganisaties"]),
        ("Huurders- organisaties, zorg partijen", ["huurdersorganisaties", "zorgpartijen"]),
        ("Zorg- en welzijnsinstellingen", ["zorgpartijen"]),
        ("Allen", ["allen"]),
        ("Alle partijen", ["allen"]),
        ("Partijen", ["allen"]),
        ("De gemeente", ["gemeente"]),
        ("H&H", ["Hart & Haard"]),
        ("Hart en Haard en De Linde", ["Hart & Haard", "De Linde"]),
        ("De linde", ["De Linde"]),
        ("Gemeente Elzerwoude", ["gemeente"]),
        ("Bewonersraad (De Linde)", ["Bewonersraad De Linde"]),
        ("Huurdersorganisaties (in een later stadium)", ["huurdersorganisaties"]),
        ("Gemeente (afdeling wonen)", ["gemeente"]),
        ("Gemeente afdeling Wonen", ["gemeente"]),
        ("Regionale corporaties", ["corporaties"]),
        ("Gemeente, Marktpartijen", ["gemeente", "overig:marktpartijen"]),
        ("partners/wijkorganisaties", ["overig:partners", "overig:wijkorganisaties"]),
        ("GGD", ["overig:GGD"]),
        ("n.v.t.", []),
        ("-", []),
    ],
)
def test_cells(cell: str, names: list[str]) -> None:
    """A cell gives role names, everyday names and other words in printed order."""
    agreement = Agreement("1", "afspraak", None, Passage("x"), trekker=Passage(cell))
    role = tag_trekker(agreement, PARTIES)
    assert (list(role.names), role.raw, role.source) == (names, cell, "column")
    same = Agreement("1", "afspraak", None, Passage("x"), involved=Passage(cell))
    assert list(tag_involved(same, PARTIES).names) == names


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("gemeente", ["gemeente-elzerwoude"]),
        ("corporaties", ["de-linde", "hart-&-haard"]),
        ("H&H", ["hart-&-haard"]),
        ("allen", [p.party_id for p in PARTIES if p.signatory]),
        ("zorgpartijen", []),
        ("marktpartijen", []),
    ],
)
def test_party_ids(cell: str, ids: list[str]) -> None:
    """Generic names stand for the contracting parties of their type."""
    agreement = Agreement("1", "afspraak", None, Passage("x"), trekker=Passage(cell))
    assert list(tag_trekker(agreement, PARTIES).party_ids) == ids


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De gemeente voert de regie op het programma.", ["gemeente"]),
        ("De gemeente Elzerwoude neemt een regierol.", ["gemeente"]),
        ("In 2026 neemt De Linde het initiatief voor een plan.", ["De Linde"]),
        ("Corporaties nemen op aandringen van de raad het voortouw.", ["corporaties"]),
        ("In overleg met de gemeente nemen corporaties het voortouw.", ["corporaties"]),
        ("Dit gebeurt waarbij de gemeente en De Linde de regie voeren.", ["gemeente", "De Linde"]),
        ("De gemeente zal hierin de regie voeren.", ["gemeente"]),
        ("Onder regie van de gemeente volgt een plan.", ["gemeente"]),
        ("Op initiatief van HEB is er een bijeenkomst.", ["HEB"]),
        ("De regie ligt bij de corporaties.", ["corporaties"]),
        ("De regie op de uitvoering wordt gevoerd door H&H.", ["Hart & Haard"]),
        ("De gemeente is trekker (de afdeling wonen).", ["gemeente"]),
        ("Trekker: De Linde en de huurders", ["De Linde", "huurdersorganisaties"]),
        ("De gemeente regisseert de uitvoering.", ["gemeente"]),
        ("Hart & Haard coördineert de gesprekken.", []),
        ("De huurdersorganisaties zijn aan zet.", ["huurdersorganisaties"]),
        ("Partijen nemen het initiatief tot een overleg.", ["allen"]),
        ("De gemeente heeft het voortouw bij de planning.", ["gemeente"]),
        ("De gemeente zorgt voor plekken. Zij neemt het initiatief.", ["gemeente"]),
        ("De corporaties isoleren. Waar het moet, nemen zij het voortouw.", ["corporaties"]),
        ("De corporaties isoleren. Zij neemt het initiatief.", []),
        ("De gemeente wijst plekken aan en neemt het initiatief tot overleg.", ["gemeente"]),
        ("Het Lokaal Team neemt hiervoor het voortouw.", ["Lokaal Team"]),
        ("In Grote Beek neemt iemand het voortouw.", []),
        (
            "De gemeente voert de regie. De corporaties bouwen. Zij nemen het voortouw.",
            ["gemeente", "corporaties"],
        ),
        ("De gemeente onderzoekt de mogelijkheden.", []),
        ("De gemeente stimuleert bewonersinitiatieven.", []),
        ("De gemeente heeft niet de regie.", []),
        ("We nemen samen met de gemeente het initiatief.", []),
        ("Besproken wordt welke corporatie het voortouw kan nemen.", []),
        ("De corporaties zijn gebaat bij goede regie.", []),
        ("De gemeente heeft met partners gesproken over de regie.", []),
        ("De corporaties zijn in gesprek met de trekker.", []),
        ("De gemeente zorgt voor regie en inzet.", ["gemeente"]),
    ],
)
def test_who_leads_according_to_the_text(text: str, names: list[str]) -> None:
    """Only words that say who leads count, never the grammatical subject alone."""
    role = tag_trekker(Agreement("1", "afspraak", None, Passage(text)), PARTIES)
    assert list(role.names) == names
    assert role.raw is None
    assert role.source == ("text" if names else None)


def test_the_other_columns_say_nothing_about_the_lead() -> None:
    """Only title, text and items are read."""
    steps = {"concrete_stappen": Passage("De gemeente neemt het initiatief.")}
    role = tag_trekker(
        Agreement("1", "afspraak", None, Passage("We bouwen."), context=steps), PARTIES
    )
    assert role.names == ()
