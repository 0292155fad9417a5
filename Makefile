# Konstelasi: `make run` opens the app, `make test` proves it. `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8501
LINE ?= lts
NEWEST ?= $(addprefix tests/cypher/test_,lines_of_neo4j.py database.py db_commands.py routing.py statements.py annotation.py saved_queries.py searching.py) \
	tests/ingest/test_load.py
VENV := .venv
BIN := $(VENV)/bin
MODEL := $(wildcard models/id_konstelasi_news-*.whl)

.DEFAULT_GOAL := help
.PHONY: help setup spanish ray buckets run test newest quick check bench bench-compare docs records screenshots lock neo4j secrets install-check image-check compose-check clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.ready  ## install everything that the app needs; leaves .venv/bin/konstelasi

spanish: $(VENV)/.ready  ## add the Spanish pipeline, which is under the GPL 3.0
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-spanish.txt

ray: $(VENV)/.ready  ## add Ray (240 MB), to extract on several machines with `konstelasi ingest --engine ray`
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-ray.txt

buckets: $(VENV)/.ready  ## add the package for following buckets of object stores (S3)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-buckets.txt

run: setup  ## load the sample articles into an empty graph and open the app (PORT=8501)
	@$(BIN)/konstelasi app --fill samples/articles.jsonl --port $(PORT)

test: $(VENV)/.ready-dev  ## run all tests (Neo4j and Chromium where they can be had)
	$(BIN)/pytest -n 2

newest: $(VENV)/.ready-dev  ## plan all statements on the newest Neo4j; load, read, judge and guard there (NEWEST=tests/cypher for more)
	KONSTELASI_TEST_NEO4J_LINE=newest $(BIN)/pytest -n 0 -m neo4j $(NEWEST)

quick: $(VENV)/.ready-dev  ## run the tests that need no browser, no Neo4j and little time
	$(BIN)/pytest -n 2 -m "not browser and not neo4j and not slow"

check: $(VENV)/.ready-dev  ## lint, types, import rules, documentation, JavaScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/reference.py --check
	$(BIN)/python -m tests.javascript.check
	$(BIN)/python -m cypher.catalog.write_records --check

bench: $(VENV)/.ready-dev  ## print the measures that the documentation quotes
	$(BIN)/python -m bench

bench-compare: $(VENV)/.ready-dev  ## compare two kept results of measures by ratio (A=… B=…, or the two newest)
	$(BIN)/python -m bench.compare $(A) $(B)

docs: $(VENV)/.ready-dev  ## rewrite docs/reference.md from the code
	$(BIN)/python docs/reference.py

records: $(VENV)/.ready-dev  ## rewrite cypher/records/ from the columns that the statements declare
	$(BIN)/python -m cypher.catalog.write_records

screenshots: $(VENV)/.ready-dev  ## take the pictures of the documentation from the running app
	$(BIN)/python docs/screenshots.py

neo4j: $(VENV)/.ready-dev  ## start a real Neo4j on loopback and print how to reach it (LINE=newest for 2026; Java, Maven)
	$(BIN)/python neo4j-server/serve.py --line $(LINE)

secrets:  ## make the secrets of docker-compose.yml in secrets/, those that are missing
	@sh deploy/make-secrets

install-check:  ## try `pip install .` in a clean environment, from the registry (4 minutes)
	@./.ci/install-check

image-check:  ## do what the Dockerfile says in a clean virtual environment (4 minutes)
	@$(PYTHON) .ci/image-check

compose-check:  ## validate docker-compose.yml with a real compose implementation
	@./.ci/compose-check

lock: $(VENV)/.ready-dev  ## renew the lock files from the requirements (needs uv)
	grep -v -e '^-e' -e '^\./' requirements.txt > build-requirements.in
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
		build-requirements.in -o requirements.lock
	sed -e 's/^-r requirements.txt/-r build-requirements.in/' requirements-dev.txt > build-requirements-dev.in
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate \
		build-requirements-dev.in -o requirements-dev.lock
	rm -f build-requirements.in build-requirements-dev.in

clean:  ## remove the environment and all caches; the data folder stays
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Konstelasi needs Python 3.11 or newer; $(PYTHON) is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(BIN)/python requirements.lock requirements.txt pyproject.toml $(MODEL)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps $(MODEL) -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock requirements-spanish.txt requirements-clients.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-spanish.txt
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps -r requirements-clients.txt
	@touch $@
