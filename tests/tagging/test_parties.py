"""The contracting parties and those that are only named."""

from __future__ import annotations

import pytest

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    Label,
    Party,
    Passage,
    Section,
    Table,
)
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.parties import tag_parties


def _block(line: str) -> Block:
    """A title ("# "), a heading ("## "), a table row ("a | b") or a paragraph."""
    if line.startswith("## "):
        return Block(Label.SECTION_HEADER, Passage(line[3:]))
    if line.startswith("# "):
        return Block(Label.TITLE, Passage(line[2:]))
    if " | " in line:
        cells = (Block(Label.TEXT, Passage(text)) for text in line.split(" | "))
        row = tuple(Cell((cell,), 0, column) for column, cell in enumerate(cells))
        return Block(Label.TABLE, Passage(), table=Table((row,)))
    return Block(Label.TEXT, Passage(line))


def _tag(document: str, *agreements: str) -> tuple[Party, ...]:
    """The parties of a document whose blocks stand a blank line apart."""
    blocks = [_block(" ".join(part.split())) for part in document.split("\n\n")]
    headings = [b.text for b in blocks if b.label is Label.SECTION_HEADER]
    sections = [Section(f"s{i}", None, text, 1, None, None) for i, text in enumerate(headings)]
    found = [
        Agreement(str(i), "afspraak", None, Passage(text)) for i, text in enumerate(agreements)
    ]
    return tag_parties(blocks, sections, found)


def _contracting(document: str) -> dict[str, str]:
    return {p.name: p.type for p in _tag(document) if p.signatory}


PARTY_BLOCK = """
    # Prestatieafspraken Elzerwoude 2025-2028

    De stichting 'Stichting Lindewonen', rechtsgeldig vertegenwoordigd door mw. A.B. de Vries,
    directeur, hierna te noemen: "Lindewonen"

    En

    De vereniging 'Huurders Belangen Vereniging Linde' (HBVL), rechtsgeldig
    vertegenwoordigd door dhr. C. Smit, voorzitter, hierna te noemen: "HBVL"

    En

    De publieksrechtelijke rechtspersoon gemeente Elzerwoude, rechtsgeldig vertegenwoordigd door
    D. Bos, wethouder, hierna te noemen: de gemeente.

    Hierna tezamen te noemen 'partijen'.

    ## Overwegende
    """
PARTY_BLOCK_IN_ONE_LINE = """
    # Prestatieafspraken Elzerwoude 2025-2028

    De stichting 'Stichting Lindewonen', rechtsgeldig vertegenwoordigd door mw. A.B. de Vries,
    directeur, hierna te noemen: "Lindewonen" En De vereniging 'Huurders Belangen Vereniging
    Lindewonen' (HBVL), rechtsgeldig vertegenwoordigd door dhr. C. Smit, voorzitter, hierna te
    noemen: "HBVL" En De publieksrechtelijke rechtspersoon gemeente Elzerwoude, rechtsgeldig
    vertegenwoordigd door D. Bos, wethouder, hierna te noemen: de gemeente. Hierna tezamen te
    noemen 'partijen'.

    ## Overwegende
    """


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(
            PARTY_BLOCK,
            {
                "Lindewonen": "corporatie",
                "HBVL": "huurdersorganisatie",
                "Gemeente Elzerwoude": "gemeente",
            },
            id="party-block",
        ),
        pytest.param(
            PARTY_BLOCK_IN_ONE_LINE,
            {
                "Lindewonen": "corporatie",
                "HBVL": "huurdersorganisatie",
                "Gemeente Elzerwoude": "gemeente",
            },
            id="party-block-that-came-out-as-one-line",
        ),
        pytest.param(
            """
            ## Prestatieafspraken 2025

            Partijen:

            1. De gemeente Voorst, te dezen vertegenwoordigd door X. Bos, hierna 'de gemeente';

            2. de stichting IJsseldal Wonen, statutair gevestigd te Twello, te dezen
            vertegenwoordigd door J. Kok, hierna te noemen 'IJsseldal Wonen';

            3. de vereniging Huurdersvereniging Voorst, hierna 'Huurdersvereniging';
            """,
            {
                "Gemeente Voorst": "gemeente",
                "IJsseldal Wonen": "corporatie",
                "Huurdersvereniging Voorst": "huurdersorganisatie",
            },
            id="numbered-party-block",
        ),
        pytest.param(
            """
            # Prestatieafspraken Meppel 2024-2027

            met de WBC Lindewonen, de WS Hart & Haard, de Huurdersraad van Lindewonen

            en de HBO van Hart & Haard

            ## 1. Inleiding

            De gemeente Meppel, woningcorporatie Lindewonen, woningstichting Hart en Haard
            (H&H), Huurdersraad Lindewonen Regio Oost en Huurdersbelangenorganisatie Hart en
            Haard werken met elkaar samen.
            """,
            {
                "Lindewonen": "corporatie",
                "Hart en Haard": "corporatie",
                "Huurdersraad Lindewonen Regio Oost": "huurdersorganisatie",
                "Huurdersbelangenorganisatie Hart en Haard": "huurdersorganisatie",
                "Gemeente Meppel": "gemeente",
            },
            id="subtitle-and-introduction-in-other-words",
        ),
        pytest.param(
            """
            # Prestatieafspraken Venendaal 2021-2024

            Gemeente Venendaal, Heidewoon, Valleihuis, HVV, De Driehoek

            ## Inleiding

            Hieronder staat wat de gemeente Veenendaal, de woningcorporaties Heidewoon en
            Valleihuis en de huurdersorganisaties HVV en De Driehoek tot 2025 doen.
            """,
            {
                "Gemeente Veenendaal": "gemeente",
                "Valleihuis": "corporatie",
                "Heidewoon": "corporatie",
                "HVV": "huurdersorganisatie",
                "De Driehoek": "huurdersorganisatie",
            },
            id="subtitle-without-kind-words-misspelled-municipality",
        ),
        pytest.param(
            """
            # Woonafspraken Elzerwoude

            ## Partijen

            De partijen bij deze afspraken zijn:

            Gemeente Elzerwoude;

            Woningcorporatie De Lindeboom;

            Stichting Elzergoed;

            Huurdersvereniging Elzerwoude, en

            Stichting Bewonersbelang De Lindeboom.

            ## Wonen
            """,
            {
                "Gemeente Elzerwoude": "gemeente",
                "De Lindeboom": "corporatie",
                "Elzergoed": "corporatie",
                "Huurdersvereniging Elzerwoude": "huurdersorganisatie",
                "Bewonersbelang De Lindeboom": "huurdersorganisatie",
            },
            id="list-of-parties",
        ),
        pytest.param(
            """
            # Prestatieafspraken

            ## Inleiding

            Aan deze afspraken werken samen: de gemeente Druten, corporaties Woonvast en De Linde
            en, namens de huurders, de huurdersorganisaties van deze corporaties EBD en De
            Bewonersraad.

            ## Ondertekening

            Aldus overeengekomen op 3 juni 2025 te Druten:

            Gemeente Druten A. Bos Wethouder Bouwen en Wonen Woonvast B.C. Kok Directeur
            Woonvast De Linde D. Smit Directeur De Linde Huurdersbelangen Oost Druten E. Tol
            Voorzitter Bewonersraad de Linde F. Prins Voorzitter Bewonersraad De Linde

            ## Bijlagen
            """,
            {
                "Gemeente Druten": "gemeente",
                "Woonvast": "corporatie",
                "De Linde": "corporatie",
                "EBD": "huurdersorganisatie",
                "Huurdersbelangen Oost Druten": "huurdersorganisatie",
                "Bewonersraad De Linde": "huurdersorganisatie",
            },
            id="signatures-in-one-paragraph",
        ),
        pytest.param(
            """
            # Prestatieafspraken Leiden 2020 - 2025

            ## Ondertekening

            Namens de gemeente Leiden:

            Wethouder F. de Vries

            Namens de Woonstichting Hart & Haard:

            G. Bos

            Namens de Huurdersraad Hart & Haard:

            H. Kok
            """,
            {
                "Gemeente Leiden": "gemeente",
                "Hart & Haard": "corporatie",
                "Huurdersraad Hart & Haard": "huurdersorganisatie",
            },
            id="signed-on-behalf-of",
        ),
        pytest.param(
            """
            # Prestatieafspraken Coevorden

            ## Voorwoord

            Dit zijn de prestatieafspraken tussen gemeente Coevorden, woningcorporatie Domesta,
            Woonservice en Huurdersorganisatie KLMN.

            ## Ondertekening

            Gemeente Coevorden | Domesta | Woonservice | KLMN

            J. Jansen | B. Bakker | C. de Boer | D. Kok

            wethouder | bestuurder | directeur-bestuurder | voorzitter
            """,
            {
                "Gemeente Coevorden": "gemeente",
                "Domesta": "corporatie",
                "Woonservice": "corporatie",
                "Huurdersorganisatie KLMN": "huurdersorganisatie",
            },
            id="signature-table",
        ),
        pytest.param(
            """
            # Prestatieafspraken

            ## Inleiding

            De gemeenten Roermond en Roerdalen, de woningcorporaties Wonen Zuid en Wonen Limburg
            en huurdersvereniging HBV Roermond maken afspraken.
            """,
            {
                "Gemeente Roermond": "gemeente",
                "Gemeente Roerdalen": "gemeente",
                "Wonen Zuid": "corporatie",
                "Wonen Limburg": "corporatie",
                "Huurdersvereniging HBV Roermond": "huurdersorganisatie",
            },
            id="look-alikes-and-two-municipalities",
        ),
        pytest.param(
            """
            # Raamovereenkomst wonen Aa en Hunze 2022-2026

            tussen de gemeente Aa en Hunze, Stichting Woonborg, deltaWonen en Huurdersraad
            Woonborg

            ## Inleiding
            """,
            {
                "Gemeente Aa en Hunze": "gemeente",
                "Woonborg": "corporatie",
                "deltaWonen": "corporatie",
                "Huurdersraad Woonborg": "huurdersorganisatie",
            },
            id="names-with-en-and-without-capital",
        ),
        pytest.param(
            """
            # Prestatieafspraken

            ## Inleiding

            De gemeente Zeist, corporatie Lindewonen en de huurdersorganisaties Lindewonen (HOL)
            en Zeist Verenigd ondertekenen deze afspraken.
            """,
            {
                "Gemeente Zeist": "gemeente",
                "Lindewonen": "corporatie",
                "HOL": "huurdersorganisatie",
                "Zeist Verenigd": "huurdersorganisatie",
            },
            id="tenants-called-by-their-corporation",
        ),
        pytest.param(
            """
            # Jaarschijf 2026

            ## Wie doen er mee?

            Gemeente Holten

            Stichting Het Baken, in de tabellen afgekort tot HB

            Woonstichting De Meent (DM)

            Huurdersraad Holten, mede namens de bewonerscommissies

            ## Wonen

            Hier staat wat zij doen.
            """,
            {
                "Gemeente Holten": "gemeente",
                "HB": "corporatie",
                "DM": "corporatie",
                "Huurdersraad Holten": "huurdersorganisatie",
            },
            id="a-list-below-any-heading",
        ),
        pytest.param(
            """
            # Prestatieafspraken Rijssen

            ## Partijen

            Deze partijen doen mee:

            Gemeente Rijssen-Holten;

            Stichting Dijkhuis Wonen, hierna te noemen Dijkhuis;

            Huurdersvereniging Hof en Heem, die de huurders van Dijkhuis vertegenwoordigt;

            Zorggroep De Wiel, hierna te noemen De Wiel.

            ## Wonen

            Dijkhuis vraagt “Hof en Heem” om raad.
            """,
            {
                "Gemeente Rijssen-Holten": "gemeente",
                "Dijkhuis": "corporatie",
                "Huurdersvereniging Hof en Heem": "huurdersorganisatie",
                "De Wiel": "zorg",
            },
            id="a-list-that-says-whom-they-stand-for",
        ),
    ],
)
def test_contracting_parties(document: str, expected: dict[str, str]) -> None:
    """The contracting parties with everyday name and type, wherever the document tells them."""
    assert _contracting(document) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De corporaties werken samen met bewoners, Stedin en wijkteams.", {"Stedin"}),
        ("Cijfers van het Waarborgfonds Sociale Woningbouw.", {"Waarborgfonds Sociale Woningbouw"}),
        ("Dit volgt uit informatie van Cijferhuis en Meetgoed.", {"Cijferhuis", "Meetgoed"}),
        ("Partners zijn o.a. gemeente, wijkteams, oGZZ, TPO en politie.", {"oGZZ", "TPO"}),
        ("De keten (gemeente, corporaties, buurtpunt07 e.a.) komt bijeen.", {"buurtpunt07"}),
        ("De Linde is lid van Duurzame Huizers.", {"Duurzame Huizers"}),
        ("Een plan onder leiding van GGD.", {"GGD"}),
        ("De gemeente Zeist deelt de gegevens.", {"Gemeente Zeist"}),
        ("Dit geldt ook in de gemeente Zeist.", set()),
        ("In samenwerking met het Rijk en op basis van de Woningwet.", set()),
        ("Uitvoering van de Wmo met DAEB en het BO.", set()),
        ("Er is een WSW-borging nodig.", set()),
        ("In overleg met gemeente, corporaties, KPI's en WUP's.", set()),
        ("De Huurdersorganisaties en Corporaties stemmen af.", set()),
        ("Thuis voor iedereen, samen in de wijk.", set()),
    ],
)
def test_organisations_that_are_only_named(text: str, names: set[str]) -> None:
    """Known organisations, and names in the company of organisations; never generic words."""
    parties = _tag(f"{PARTY_BLOCK}\n\n{text}", text)
    assert {p.name for p in parties if not p.signatory} == names
    found = {m.party_id for m in find_mentions(text, parties)}
    assert {p.party_id for p in parties if not p.signatory} <= found


def test_every_way_to_name_a_party_is_an_alias() -> None:
    """Legal form, agreed name, abbreviation and spelling in the text."""
    parties = _tag(
        """
        # Prestatieafspraken

        ## Inleiding

        De gemeente Zeist, Stichting Linde Wonen (SLW) en Huurdersraad Linde Wonen maken
        afspraken.

        Dit jaar bouwt ook Linde wonen.
        """
    )
    aliases = next(set(p.aliases) for p in parties if p.name == "Linde Wonen")
    assert aliases == {"Stichting Linde Wonen", "Linde Wonen", "Linde wonen", "SLW"}


def test_a_tenants_abbreviation_is_an_alias() -> None:
    """What follows the kind word names it alone where it is a name of its own."""
    parties = _tag("# Afspraken\n\nGemeente Zeist, Lindewonen en huurdersvereniging HBV Zeist")
    assert "HBV Zeist" in next(p.aliases for p in parties if p.type == "huurdersorganisatie")


def test_a_table_of_parties() -> None:
    """The first column of a table headed "Partij" is a list of them."""
    rows = (
        ("Partij", "Rol"),
        ("Gemeente Zeist", "Regie"),
        ("Polder", "Verhuurder"),
        ("HV Polder", ""),
    )
    cells = tuple(
        tuple(Cell((_block(text),) if text else (), r, c) for c, text in enumerate(row))
        for r, row in enumerate(rows)
    )
    table = Block(Label.TABLE, Passage(), table=Table(cells, 1))
    heading = Section("s", None, "De partijen", 1, None, None)
    parties = tag_parties([_block("## De partijen"), table], [heading], [])
    assert {p.name: p.type for p in parties if p.signatory} == {
        "Gemeente Zeist": "gemeente", "Polder": "corporatie", "HV Polder": "huurdersorganisatie",
    }  # fmt: skip


def test_a_corporation_named_after_its_municipality() -> None:
    """It keeps its kind word, or the short name that it is given."""
    lines = (
        "# Afspraken",
        "De partijen zijn:",
        "Gemeente Zeist",
        "Woonvereniging Zeist (WVZ, 900 huizen)",
    )
    parties = _tag("\n\n".join((*lines, "Huurdersraad Zon", "WVZ bouwt. WVZ sloopt.")))
    (found,) = (p for p in parties if p.type == "corporatie")
    assert (found.name, found.aliases) == ("WVZ", ("Woonvereniging Zeist", "WVZ"))


def test_a_kind_word_may_be_a_name() -> None:
    """A kind word with a capital is a name, unless it takes up one that was named."""
    named = _contracting("# A\n\nDe gemeente Zeist, Lindewonen en De Huurdersstem spreken af")
    assert named["De Huurdersstem"] == "huurdersorganisatie"
    taken = "# A\n\nDe gemeente Zeist, Lindewonen en Huurdersstem Linde\n\n## Ondertekening"
    assert "Huurdersstem" not in _contracting(f"{taken}\n\nHuurdersstem")


def test_an_abbreviation_is_one_partys() -> None:
    """It belongs to the whole name before it, not to the name that ends it."""
    parties = _tag(
        "# Afspraken\n\nGemeente Zeist, Stichting Rivierhuis en Bewonersraad Rivierhuis (BRR)"
    )
    assert [p.type for p in parties if "BRR" in p.aliases] == ["huurdersorganisatie"]


def test_people_and_functions_are_no_parties() -> None:
    """Names with initials and functions in a signature block name nobody."""
    signatures = "## Ondertekening\n\nA.B. de Vries\n\nWethouder Bouwen en Wonen"
    assert len(_contracting(f"{PARTY_BLOCK}\n\n{signatures}")) == 3


def test_ids_are_slugs_and_unique() -> None:
    """An id says whose it is and stands once."""
    ids = [p.party_id for p in _tag(PARTY_BLOCK)]
    assert ids == ["lindewonen", "hbvl", "gemeente-elzerwoude"]


def test_a_known_organisation_has_the_same_id_in_each_document() -> None:
    """The table's name gives the id, whatever the document prints."""
    one = _tag("# Afspraken\n\nGemeente Zwolle, woonstichting DeltaWonen en huurdersraad Almelo")
    other = _tag("# Afspraken\n\nGemeente Zwolle, deltaWonen en huurdersraad Almelo")
    assert one[1].party_id == other[1].party_id == "deltawonen"


def test_a_document_without_parties() -> None:
    """Nothing to find is no error."""
    assert _tag("# Afspraken\n\nEr wordt gebouwd.") == ()
