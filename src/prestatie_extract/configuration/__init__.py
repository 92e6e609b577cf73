"""Configuration: prestatie.toml, and where each value comes from."""

from __future__ import annotations
