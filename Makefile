# Two commands do all on a fresh machine that has Python ≥ 3.11 and make: `make serve` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := build/site
# Node.js comes with the test requirements, and checks the scripts: what serves or builds the site needs none.
IN_VENV := PATH="$(CURDIR)/$(BIN):$$PATH"

# Each core runs the tests of some files, so that what a file’s tests share is made once; the browser’s, which are long,
# come first, and short ones fill the end.
SHARED_OUT := --numprocesses auto --maxprocesses 8 --dist loadfile --no-loadscope-reorder

# Material prints a page of warning on MkDocs 2 at each run; our requirements keep MkDocs 1.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site test quick addresses check schema lint lint-types lint-rest soak bench bench-quick lighthouse lock clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

$(VENV)/site.stamp: requirements/site.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

node_modules/.stamp: package.json package-lock.json | $(VENV)/test.stamp
	$(IN_VENV) npm ci --silent --ignore-scripts --no-audit --no-fund
	touch $@

serve: $(VENV)/site.stamp ## Serve the site at http://127.0.0.1:8000, rebuilt when a file changes
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:8000

# The site is built aside and takes its place at once, when it is complete: a failure, an interruption or a kill
# keeps the last good one. One build at a time for a folder; `make site SITE=elsewhere` publishes another.
site: $(VENV)/site.stamp ## Build the site and publish it in build/site
	$(BIN)/annuaire build --output $(SITE)

addresses: site ## Add the built site's addresses to the list of those that are never lost
	$(BIN)/annuaire addresses --site $(SITE) --write

check: $(VENV)/site.stamp ## Check every contract and région
	$(BIN)/annuaire check $(if $(GITHUB_ACTIONS),--format github)

schema: $(VENV)/site.stamp ## Write the JSON Schemas beside the data
	$(BIN)/annuaire schema

lint: $(VENV)/test.stamp node_modules/.stamp
	@$(MAKE) --no-print-directory -j2 lint-types lint-rest

lint-types:
	$(BIN)/mypy

lint-rest:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/annuaire schema --check
	$(IN_VENV) node_modules/.bin/tsc
	$(IN_VENV) node_modules/.bin/biome ci --error-on-warnings
	$(IN_VENV) node_modules/.bin/stylelint 'generator/site/**/*.css'

test: lint ## Install what tests need, the browser included, and run them all
	$(IN_VENV) tests/browser/install.sh
	$(IN_VENV) node --test --test-reporter=spec tests/js/*.test.js
	$(BIN)/pytest $(SHARED_OUT) --need-browser

quick: $(VENV)/test.stamp ## Run the tests that need no built site, no browser and little time
	$(IN_VENV) node --test --test-reporter=spec tests/js/*.test.js
	$(BIN)/pytest $(SHARED_OUT) --ignore tests/browser -m "not slow"

soak: $(VENV)/test.stamp ## Try 50,000 damaged files and 500 sequences of edits, where make test tries few (hours)
	ANNUAIRE_MUTATED_FILES=50000 ANNUAIRE_SEQUENCES=500 $(BIN)/pytest $(SHARED_OUT) \
	  tests/source/test_mutated_files.py tests/test_incremental.py

bench: $(VENV)/test.stamp ## Time the commands at 300 to 3,000 contracts, and write /projet/performances/ (long)
	$(BIN)/python -m tests.benchmarks --write $(if $(AGAINST),--against $(AGAINST))

bench-quick: $(VENV)/test.stamp ## The same at 300 contracts alone, without writing (a minute or two)
	$(BIN)/python -m tests.benchmarks --quick

build/lighthouse/.stamp: tests/benchmarks/lighthouse/package.json tests/benchmarks/lighthouse/package-lock.json | $(VENV)/test.stamp
	mkdir -p $(@D)
	cp $^ $(@D)
	$(IN_VENV) npm ci --prefix $(@D) --silent --ignore-scripts --no-audit --no-fund
	touch $@

lighthouse: site build/lighthouse/.stamp ## Have Lighthouse mark the main pages, and time them on a slow phone
	$(IN_VENV) tests/browser/install.sh
	$(IN_VENV) python -m tests.benchmarks.browsing $(SITE)
	$(IN_VENV) python -m tests.benchmarks.lighthouse.marks $(SITE)

lock: ## Renew the hashed requirements (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate \
	  pyproject.toml requirements/build.in -o requirements/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate \
	  pyproject.toml requirements/build.in --extra test -c requirements/site.txt -o requirements/test.txt

clean: ## Remove what was built and installed
	rm -rf build .cache node_modules $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
