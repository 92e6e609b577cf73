"""Themes of headings."""

from __future__ import annotations

import pytest

from prestatie_extract.document import Section
from prestatie_extract.tagging.themes import tag_themes


def _path(titles: str) -> list[Section]:
    """The headings of "Chapter > Section"."""
    parts = titles.split(" > ")
    return [Section(str(i), None, title, i + 1, None, None) for i, title in enumerate(parts)]


@pytest.mark.parametrize(
    ("titles", "theme"),
    [
        ("Beschikbaarheid", "beschikbaarheid"),
        ("Thema 2: Betaalbaarheid", "betaalbaarheid"),
        ("Hoofdstuk 3 - Wonen en zorg", "wonen_zorg"),
        ("Nieuwbouw en productieafspraken", "beschikbaarheid"),
        ("Huurbeleid", "betaalbaarheid"),
        ("Woonlasten en schulden", "betaalbaarheid"),
        ("Kwaliteit en duurzaamheid", "duurzaamheid"),
        ("Energietransitie", "duurzaamheid"),
        ("Klimaatadaptief bouwen", "duurzaamheid"),
        ("Wonen, welzijn en zorg", "wonen_zorg"),
        ("Langer zelfstandig thuis wonen", "wonen_zorg"),
        ("Wonen, zorg en aandachtsgroepen", "wonen_zorg"),
        ("Ouderen en andere aandachtsgroepen", "wonen_zorg"),
        ("Huisvesting aandachtsgroepen", "aandachtsgroepen"),
        ("Bijzondere doelgroepen", "aandachtsgroepen"),
        ("Statushouders en arbeidsmigranten", "aandachtsgroepen"),
        ("Woonwagens en standplaatsen", "aandachtsgroepen"),
        ("Leefbaarheid en veiligheid", "leefbaarheid"),
        ("Vitale wijken en buurten", "leefbaarheid"),
        ("Samenwerking en monitoring", "samenwerking"),
        ("Procesafspraken", "samenwerking"),
        ("Achtervang en borging", "overig"),
        ("Overige afspraken", "overig"),
        ("Verduurzaming van de woningvoorraad", "duurzaamheid"),
        ("De woningvoorraad verduurzamen", "duurzaamheid"),
        ("Betaalbare en beschikbare woningen", "betaalbaarheid"),
        # the chapter counts
        ("Woningbouw > Woonvormen voor ouderen", "beschikbaarheid"),
        ("Leefbaarheid > Samenwerking in de wijk", "leefbaarheid"),
        # unless it is an umbrella or tells none
        ("Een thuis voor iedereen > Bevorderen van doorstroming", "beschikbaarheid"),
        ("Een thuis voor iedereen > De afspraken", "aandachtsgroepen"),
        ("Overige afspraken > Evaluatie", "samenwerking"),
        ("Inhoud van de afspraken > Betaalbaarheid > De afspraken", "betaalbaarheid"),
        # of several themes in the chapter a deeper heading may choose
        ("Beschikbaarheid en betaalbaarheid > Betaalbaarheid", "betaalbaarheid"),
        ("Wonen, zorg en aandachtsgroepen > Statushouders", "wonen_zorg"),
        # misspelled
        ("Betaalbaarhied", "betaalbaarheid"),
        ("Leefbarheid", "leefbaarheid"),
    ],
)
def test_the_best_theme(titles: str, theme: str) -> None:
    """The highest heading that tells a theme decides."""
    found = tag_themes(_path(titles))
    assert found[0].theme == theme
    assert found[0].source == "heading"


@pytest.mark.parametrize("titles", ["Wat is de opgave?", "Inleiding > De afspraken", "Onderhuur"])
def test_headings_that_tell_no_theme(titles: str) -> None:
    """No word, no theme: the model may say."""
    assert tag_themes(_path(titles)) == ()


def test_scores_fall_and_stay_between_zero_and_one() -> None:
    """Best first."""
    found = tag_themes(_path("Betaalbaarheid en duurzaamheid > Huurachterstanden > Overlast"))
    scores = [t.score for t in found]
    assert [t.theme for t in found] == ["betaalbaarheid", "duurzaamheid", "leefbaarheid"]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
