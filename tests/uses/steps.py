"""The shell steps of an action or workflow, run as a runner would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
TIMEOUT_SECONDS = 120
AGREEMENT = """# Prestatieafspraken Merendaal 2025-2028

Gemeente Merendaal en woningcorporatie Het Anker maken samen deze afspraken.

## 1 Beschikbaarheid

### 1.1 Afspraken

1. Het Anker bouwt in 2026 minimaal 80 woningen.
2. De gemeente wijst een bouwplek aan.
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What a step did."""

    exit_code: int
    stdout: str
    stderr: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """A folder that plays the machine: workspace, command on the path, files for what steps say."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "workspace"
        self.files = {name: folder / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        self.files["GITHUB_STEP_SUMMARY"] = folder / "summary.md"
        for path in (self.workspace, folder / "temp", folder / "bin"):
            path.mkdir()
        command = folder / "bin" / "prestatie-extract"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m prestatie_extract "$@"\n')
        command.chmod(0o755)
        self.environment = {
            "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "HOME": str(folder),
            "RUNNER_TEMP": str(folder / "temp"),
            **{name: str(path) for name, path in self.files.items()},
        }

    def run(self, step: dict[str, Any], values: dict[str, str]) -> Done:
        """Carry out the step's `run` with its `env`; `values` are those of its expressions."""
        for path in self.files.values():
            path.write_text("")
        env = {name: fill(str(text), values) for name, text in step["env"].items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env=self.environment | env,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
        said = self.files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in said)
        summary = self.files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        return Done(done.returncode, done.stdout, done.stderr, outputs, summary)


def load(name: str) -> dict[str, Any]:
    """A YAML file of the repository."""
    content: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return content


def fill(text: str, values: dict[str, str]) -> str:
    """The text with its expressions replaced; KeyError where `values` lacks one."""
    return EXPRESSION.sub(lambda match: values[match[1]], text)
