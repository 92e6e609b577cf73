"""Configuration: prestatie.toml, the environment, and where each value comes from.

kinds     the types of values, and what a section is
gates     the section of the quality gates
model     the sections and keys, each with type, default and meaning
loading   file, environment and command line to one configuration
faults    what is wrong with a value, in words
printed   the configuration as TOML or JSON, a template of it, and its documentation
values    texts with a form of their own: sizes and licences

Nothing is imported here: `values` is for commands that have no configuration, which start light.
"""

from __future__ import annotations
