# make          the edition of source/ in output/
# make test     lint, types, tests, coverage
# make test-invenio  what is tried against the model of a repository, against InvenioRDM itself
# make bench    how fast, against the floor of parsing alone
# make bench-corpus  how large editions are made, beside what others use
# make makers   turns found, false and missed for each maker of samples, against the last commit
# make fuzz     a minute of hostile bytes for the reader
# make schema   the schemas, from schemas/edition.odd
# make gazetteer  the places of the world, from packages and sources written by hand
# make wheel    what pip installs, in dist/
# make clean    as after the checkout; source/ is left alone
#
# Needs make, Python 3.11 or newer with venv, and on the first run a package index.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: build test test-invenio lint bench bench-corpus makers fuzz schema gazetteer wheel clean

build: $(VENV)/.installed $(VENV)/.compiled
	$(BIN)/edition build

test: lint
	$(BIN)/pytest --numprocesses auto --cov

# Needs PostgreSQL and redis, and 0.7 GB for a server in an environment of its own.
test-invenio: $(VENV)/.installed-test
	tests/invenio/run $(BIN)/python $(VENV)-invenio

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/.installed-test $(VENV)/.compiled
	$(BIN)/python -m tests.bench

bench-corpus: $(VENV)/.installed-test $(VENV)/.compiled
	$(BIN)/python -m tests.bench.corpora

makers: $(VENV)/.installed-test
	$(BIN)/python -m tests.makers

fuzz: $(VENV)/.installed-test
	$(BIN)/pip --disable-pip-version-check install --quiet --editable '.[fuzz]'
	$(BIN)/python -m tests.fuzz

schema: $(VENV)/.installed
	$(BIN)/edition schema

gazetteer: $(VENV)/.installed
	$(BIN)/pip --disable-pip-version-check install --quiet --editable '.[gazetteer]'
	$(BIN)/python -m edition.names.gazetteer.making

wheel: $(VENV)/.installed
	$(BIN)/pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) $(VENV)-invenio dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
	find edition tests -name __pycache__ -type d -exec rm -rf {} +
	find output -mindepth 1 ! -name README.md -delete

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than 3.11: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml edition/version.py | $(BIN)/python
	$(BIN)/pip --disable-pip-version-check install --quiet --editable .
	touch $@

# So that a start compiles nothing, also where PYTHONDONTWRITEBYTECODE keeps Python from storing it.
$(VENV)/.compiled: $(shell find edition -name '*.py') | $(BIN)/python
	$(BIN)/python -m compileall -q edition
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/pip --disable-pip-version-check install --quiet --editable '.[test]'
	touch $@
