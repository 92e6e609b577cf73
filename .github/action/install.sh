#!/usr/bin/env bash
# Installs the checkout that this script is part of, with locked dependencies, in a venv of its own.
# Environment: PYTHON, INPUT_OCR, and RUNNER_TEMP, GITHUB_PATH of the runner.
set -euo pipefail
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
venv="$RUNNER_TEMP/prestatie-extract"

# -I: a pip.py or venv.py of the working directory, which is the documents', is not what is run.
"$PYTHON" -I -m venv "$venv"
"$venv/bin/python" -I -m pip install --quiet --require-hashes --requirement "$checkout/requirements-ocr.lock"
"$venv/bin/python" -I -m pip install --quiet --no-deps --no-build-isolation "$checkout"

# Only our own command comes onto PATH, for this step's successors too: not the venv's python or pip.
mkdir -p "$venv/command"
ln -sf ../bin/prestatie-extract "$venv/command/prestatie-extract"
printf '%s\n' "$venv/command" >> "$GITHUB_PATH"

if [[ $INPUT_OCR != never ]] && ! tesseract --list-langs 2> /dev/null | grep -qx nld; then
  if command -v apt-get > /dev/null; then
    sudo apt-get update -qq
    sudo apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-nld
  else
    echo "::warning::Tesseract with Dutch is not installed: scans give the finding needs_ocr"
  fi
fi
