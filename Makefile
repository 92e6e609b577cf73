# `make` shows what there is. Needs Python 3.11+ with venv; everything else is installed here.
# Another interpreter: make setup PYTHON=python3.12

PYTHON ?= python3
IN     ?= data/raw
OUT    ?= data/structured
FORMAT ?= parquet
EXAMPLES ?= 1000
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

# A folder may have spaces in its name; `run` knows patterns such as data/raw/*.pdf by itself.
quoted = '$(subst ','\'',$(1))'

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run report test check check-format check-lint check-types check-imports fix bench bench-batch bench-model bench-report gallery model fuzz golden samples docs lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with the pinned dependencies, if it is missing or out of date

# --no-compile: what is never imported need not be compiled; a third of the time
$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make setup PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --require-hashes --requirement requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: setup ## convert IN=data/raw into OUT=data/structured (FORMAT=csv: as CSV too)
	$(BIN)/prestatie-extract run $(call quoted,$(IN)) --out $(call quoted,$(OUT)) --format $(FORMAT)

report: setup ## write the evidence pages of OUT=data/structured into its folder report
	$(BIN)/prestatie-extract report $(call quoted,$(OUT))

test: setup ## run the tests on all cores
	$(BIN)/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

check: check-format check-lint check-types check-imports ## format, lint, types and architecture (make -k check: all of them)

check-format: setup
	$(BIN)/ruff format --check

check-lint: setup
	$(BIN)/ruff check

check-types: setup
	$(BIN)/mypy

check-imports: setup
	$(BIN)/lint-imports

fix: setup ## format, and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: setup ## measure speed, quality, confidence, the model and scans on ../shared/corpus, write benchmarks/*.md
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/confidence.py
	$(BIN)/python -m benchmarks.model
	$(BIN)/python -m benchmarks.scans

bench-batch: setup ## measure a batch of 1,000 documents (half an hour), write benchmarks/batch.md
	$(BIN)/python benchmarks/batch.py

bench-report: setup ## measure the report and its boxes (five minutes), write benchmarks/report.md and traces.md
	$(BIN)/python benchmarks/report.py
	$(BIN)/python benchmarks/traces.py

gallery: setup ## take the pictures in docs/images anew; needs chromium
	$(BIN)/python benchmarks/gallery.py

bench-model: setup ## train without six writers and measure on their texts (five minutes), write benchmarks/heldout.md
	$(BIN)/python -m benchmarks.heldout

model: setup ## train models/nl_prestatie anew from models/data (five minutes)
	$(BIN)/python -m models.recipe

fuzz: setup ## damage samples at random and read them, EXAMPLES=1000 times
	$(BIN)/python -m tests.hostile.fuzz $(EXAMPLES)

golden: setup ## rewrite the expected outputs in tests/golden; read the diff line by line
	$(BIN)/python -m pytest -q --golden

samples: setup ## typeset the sample agreements in data/raw anew
	$(BIN)/python -m tests.samples.typeset

docs: setup ## write docs/DATA.md, the data dictionary, and docs/findings.md anew
	$(BIN)/python -c 'from prestatie_extract.write import describe_tables as t; print(end=t())' > docs/DATA.md
	$(BIN)/python -c 'from prestatie_extract.findings.documentation import describe_findings as f; print(end=f())' > docs/findings.md

lock: ## resolve the dependencies anew into the lock files (UPGRADE=--upgrade for newer versions)
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile $(LOCK_OPTIONS) --extra dev --output-file requirements-dev.lock
	build/lock/bin/uv pip compile $(LOCK_OPTIONS) --constraint requirements-dev.lock --output-file requirements.lock

# Universal: one file for every platform and Python from 3.11; no registry address gets in.
LOCK_OPTIONS = pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(UPGRADE)

clean: ## remove outputs and caches, not .venv
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
	find data/structured -mindepth 1 ! -name .gitkeep -delete
