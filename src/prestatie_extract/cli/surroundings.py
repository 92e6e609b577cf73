"""What the commands heed beside their options: the environment and files."""

from __future__ import annotations

ENVIRONMENT = {
    "PRESTATIE_*": "A value of the configuration: config --help.",
    "TMPDIR": "Folder for what is needed while reading; else /tmp.",
    "AWS_*": "Access to s3:// addresses, as boto3 takes it.",
    "NO_COLOR": "Set to anything: no colours in the summary.",
}
"""Variables of the environment, each with what it does."""

FILES = {
    "prestatie.toml": "The configuration: config --init writes one.",
    "corrections/*.yaml": "Corrections that run and show apply.",
    "DIR/json/": "A record a document; DIR is what run --out names.",
    "DIR/parquet/, DIR/csv/": "The tables with a data package and a dictionary.",
    "DIR/.prestatie/": "What runs remember; it can be deleted.",
}
"""Files and folders that are read or written unasked, each with what is in it."""


def _as_list(title: str, entries: dict[str, str]) -> str:
    lines = [f"  {name:<24}{text}" for name, text in entries.items()]
    return "\n".join(["\b", f"{title}:", *lines])


SURROUNDINGS = "\n\n".join([_as_list("Environment", ENVIRONMENT), _as_list("Files", FILES)])
"""The end of `prestatie-extract --help`."""
