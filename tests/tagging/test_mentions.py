"""Names in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from prestatie_extract.document import Match, Party
from prestatie_extract.tagging.mentions import find_mentions, is_generic


def _party(name: str, kind: str, *aliases: str) -> Party:
    return Party(name.lower().replace(" ", "-"), name, kind, aliases, True, Match("new", 100.0))


PARTIES = (
    _party("Gemeente Elzerwoude", "gemeente", "Gemeente", "Gemeente Elserwoude"),
    _party("De Linde", "corporatie", "Woonstichting De Linde"),
    _party("Hart & Haard", "corporatie", "H&H"),
    _party("Thuisgoed", "corporatie", "Stichting Thuisgoed"),
    _party("Samen", "huurdersorganisatie"),
    _party("Huurdersraad Thuisgoed", "huurdersorganisatie", "Huurdersraad"),
    _party("Bewonersraad De Linde", "huurdersorganisatie"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("De Linde bouwt en de Linde sloopt.", ["De Linde", "de Linde"], id="article"),
        pytest.param("Onder de linde van Linde.", [], id="ordinary word"),
        pytest.param("Bewonersraad De Linde adviseert.", ["Bewonersraad De Linde"], id="longest"),
        pytest.param("stichting Thuisgoed en THUISGOED", ["Thuisgoed", "THUISGOED"], id="capitals"),
        pytest.param("thuisgoed is een woord", [], id="small-letters"),
        pytest.param(
            "Thuisgoeds bezit, Thuisgoed's bod", ["Thuisgoed", "Thuisgoed"], id="genitive"
        ),
        pytest.param("Thuisgoed-woningen en Thuisgoederen", [], id="compound"),
        pytest.param("Hart en Haard, H&H", ["Hart en Haard", "H&H"], id="ampersand"),
        pytest.param("Hart\nen  Haard", ["Hart\nen  Haard"], id="white-space"),
        pytest.param("de huurdersbond van De Linde", ["huurdersbond van De Linde"], id="tenants"),
        pytest.param("de huurdersraad van Hart en Haard", [], id="unknown-tenants"),
        pytest.param("De Huurdersraad adviseert.", ["Huurdersraad"], id="kind-word-as-name"),
        pytest.param("Samen werken wij. Met Samen ook.", ["Samen"], id="ordinary-name"),
        pytest.param("de gemeente doet dit", [], id="generic-word"),
        pytest.param("de gemeente Elzerwoude betaalt", ["gemeente Elzerwoude"], id="municipality"),
        pytest.param("woningen in de gemeente Elzerwoude", [], id="territory"),
        pytest.param("inwoners van de gemeente Elzerwoude", [], id="territory-of-people"),
        pytest.param("door de gemeente Elzerwoude betaald", ["gemeente Elzerwoude"], id="actor"),
        pytest.param("Elzerwoude groeit", [], id="bare-place-name"),
        pytest.param("de gemeente Elserwoude doet", ["gemeente Elserwoude"], id="variant"),
    ],
)
def test_find_mentions(text: str, expected: list[str]) -> None:
    """Names count as they are printed, and what they name decides."""
    found = find_mentions(text, PARTIES)
    assert [text[m.start : m.end] for m in found] == expected


def test_a_tenants_organisation_under_another_name_is_the_only_one_of_its_corporation() -> None:
    """A mention behind a tenants' kind word is never the corporation."""
    (mention,) = find_mentions("de huurdersvereniging van De Linde", PARTIES)
    assert mention.party_id == "bewonersraad-de-linde"


def test_without_parties_nothing_is_found() -> None:
    """No party, no mention."""
    assert find_mentions("De Linde", ()) == []


def test_mentions_do_not_overlap() -> None:
    """Spans come in reading order and never overlap."""
    text = "De Linde, Bewonersraad De Linde en Hart & Haard met De Linde"
    found = find_mentions(text, PARTIES)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("words", ["de gemeente", "Corporaties", "Alle partijen", "woco's"])
def test_generic_words_are_no_names(words: str) -> None:
    """Words for a kind of party never name one."""
    assert is_generic(words)
