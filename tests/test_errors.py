from __future__ import annotations

import re

import pytest

from prestatie_extract import errors
from prestatie_extract.errors import DocumentError, ExitCode, NoInput, OutputError, PrestatieError

DOCUMENT_ERRORS = sorted(DocumentError.__subclasses__(), key=lambda error: error.code)


def test_exit_codes_are_the_contract() -> None:
    """The numbers are a stable interface."""
    assert {int(code): code.name for code in ExitCode} == {
        0: "OK",
        1: "BUG",
        2: "USAGE",
        3: "FINDINGS",
        4: "SOME_FAILED",
        5: "ALL_FAILED",
        6: "NO_INPUT",
        7: "OUTPUT",
        130: "INTERRUPTED",
    }


def test_exit_code_knows_its_meaning() -> None:
    """A code found by its number has the meaning that help prints."""
    assert ExitCode(6).meaning == "no input found"


@pytest.mark.parametrize("error", DOCUMENT_ERRORS)
def test_code_of_a_document_error_is_its_name(error: type[DocumentError]) -> None:
    """The stable code is the class name in snake case and unique."""
    assert error.code == re.sub(r"(?<!^)([A-Z])", r"_\1", error.__name__).lower()


@pytest.mark.parametrize("error", DOCUMENT_ERRORS)
def test_message_is_one_line_that_advises(error: type[DocumentError]) -> None:
    """A library's words of several lines come out on one, with the advice behind them."""
    message = str(error("in/x.pdf", "line one\n  line two"))
    assert "\n" not in message
    assert "(line one line two)" in message
    assert message.endswith(error.advice)
    assert "x.pdf" not in message


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.EncryptedPdf(), ExitCode.ALL_FAILED),
        (NoInput("nothing"), ExitCode.NO_INPUT),
        (OutputError("disk full"), ExitCode.OUTPUT),
    ],
    ids=lambda value: type(value).__name__,
)
def test_error_brings_its_exit_code(error: PrestatieError, code: ExitCode) -> None:
    assert error.exit_code is code


def test_docstring_draws_every_error() -> None:
    """The tree in the module's docstring names each class and each code."""
    drawn = errors.__doc__ or ""
    for error in DOCUMENT_ERRORS:
        assert re.search(rf"── {error.__name__}\s+{error.code}\n", drawn)
