# Everything that is done with this project from the command line: `make help` lists it.
# Needs Python 3.11 or later and make; all else is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# the extras that `make test` needs; the others have tests that say so where they are skipped
EXTRAS := test arrow cli pandas web

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types layers unit format lock build clean

help:  ## list the recipes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

setup: $(READY)  ## install the project and its locked development tools into .venv

$(READY): requirements/test.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than Python 3.11; name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: $(READY)  ## print the facts of the seed article with the words they were read from
	@$(BIN)/bilateral parse seeds

test: lint types layers unit  ## run every check

lint: $(READY)  ## style: ruff
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY)  ## types: mypy --strict on source and tests
	$(BIN)/mypy --strict src tests

layers: $(READY)  ## layers: import-linter
	$(BIN)/lint-imports

unit: $(READY)  ## tests: pytest, on all cores
	$(BIN)/pytest --numprocesses auto

format: $(READY)  ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(READY)  ## pin the newest versions of the development tools anew
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --no-header $(EXTRAS:%=--extra %) --output-file requirements/test.txt pyproject.toml

build: $(READY)  ## build wheel and sdist into dist/
	$(BIN)/python -m pip install --quiet build
	$(BIN)/python -m build

clean:  ## remove what the recipes made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
