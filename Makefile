# Everything that is done with this project from the command line: `make help` lists it.
# Needs Python 3.11 or later and make; all else is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# the extras that `make test` needs; the others have tests that say so where they are skipped
EXTRAS := test arrow cli pandas web
# the extras that `make test-all` needs beside them
MORE := $(EXTRAS) browser docs release spacy spark
ALL_READY := $(VENV)/.ready-all
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE = $(BIN)/pip-compile --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-find-links \
  --no-emit-trusted-host --no-header
RUNS ?= 100000

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all lint types layers unit slow docs fuzz bench compare release-check format lock build clean

help:  ## list the recipes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-14s %s\n", $$1, $$2}'

setup: $(READY)  ## install the project and its locked development tools into .venv

$(READY): requirements/test.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than Python 3.11; name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --requirement requirements/test.txt
	$(PIP) --no-deps --editable .
	@touch $@

$(ALL_READY): requirements/all.txt $(READY)
	$(PIP) --requirement requirements/all.txt
	@touch $@

demo: $(READY)  ## print the facts of the seed article with the words they were read from
	@$(BIN)/bilateral parse seeds

test: lint types layers unit  ## run every quick check

test-all: test slow docs release-check  ## run every check there is: Spark (needs Java 17), spaCy, browser, docs

lint: $(READY)  ## style: ruff
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)  ## types: mypy --strict on source and tests
	$(BIN)/mypy --strict src tests

layers: $(READY)  ## layers: import-linter
	$(BIN)/lint-imports

unit: $(READY)  ## tests: pytest, on all cores
	$(BIN)/pytest --numprocesses auto

slow: $(ALL_READY)  ## tests that take long or need much: pytest -m slow
	$(BIN)/pytest -m slow --durations 5

docs: $(ALL_READY)  ## build the documentation; a warning is an error
	if [ -e docs/conf.py ]; then $(BIN)/sphinx-build -q -n -W --keep-going docs docs/_build; fi

fuzz: $(READY)  ## feed the readers with mutated texts (RUNS=1000000 for an hour of it)
	$(PIP) atheris
	for target in parse json period decode; do $(BIN)/python tools/fuzz.py $$target -runs=$(RUNS) || exit 1; done

bench: $(READY)  ## measure speed and memory; writes the tables of benchmarks/README.md
	$(PIP) --editable .[peers]
	$(BIN)/python benchmarks/run.py --write

compare: $(READY)  ## compare with other packages (CASES="a.jsonl b.jsonl" NERKOR=file NEWS=file), see benchmarks/
	$(PIP) --editable .[peers]
	$(BIN)/python benchmarks/compare.py --write $(if $(CASES),--cases $(CASES)) \
	  $(if $(NERKOR),--nerkor $(NERKOR)) $(if $(NEWS),--news $(NEWS))

release-check: $(ALL_READY)  ## build, and use the wheel alone in an empty environment
	tools/check_release.sh $(BIN)/python

format: $(READY)  ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(READY)  ## pin the newest versions of the development tools anew
	$(PIP) pip-tools
	$(COMPILE) $(EXTRAS:%=--extra %) --output-file requirements/test.txt pyproject.toml
	$(COMPILE) $(MORE:%=--extra %) --constraint requirements/test.txt --output-file requirements/all.txt pyproject.toml

build: $(READY)  ## build wheel and sdist into dist/
	$(PIP) build
	$(BIN)/python -m build

clean:  ## remove what the recipes made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
