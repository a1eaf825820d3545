# The targets of this project; `make` alone prints them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
TESTING := $(VENV)/.testing

# make html CONTENT=dir OUTPUT=dir NOW=2026-12-01T12:00+01:00 SITEURL=https://example.org/board
CONTENT_OPTION = $(if $(CONTENT),--content '$(CONTENT)')
OUTPUT_OPTION = $(if $(OUTPUT),--output '$(OUTPUT)')
NOW_OPTION = $(if $(NOW),--now '$(NOW)')
URL_OPTION = $(if $(SITEURL),--site-url '$(SITEURL)')
VERBOSE_OPTION = $(if $(VERBOSE),--verbose)
REMOVALS_OPTION = $(if $(ALLOW_REMOVALS),--allow-removals)
BUILD_OPTIONS = $(CONTENT_OPTION) $(OUTPUT_OPTION) $(NOW_OPTION) $(URL_OPTION) $(VERBOSE_OPTION) $(REMOVALS_OPTION)

.DEFAULT_GOAL := help
.PHONY: help html publish deploy serve preview check new timeline setup demo design pictures errands test fuzz axe validate lighthouse lint format golden catalogues bench reference licences lock clean

help:  ## print the targets
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'
	@echo
	@echo "  html, publish, serve and check take CONTENT=dir and NOW=2026-12-01T12:00+01:00;"
	@echo "  html and publish take OUTPUT=dir, SITEURL=https://example.org/board and VERBOSE=1, too;"
	@echo "  publish removes nothing that readers know, unless with ALLOW_REMOVALS=1."

html: $(RUNTIME)  ## build the site into output/
	@$(BIN)/jobboard build $(BUILD_OPTIONS)

publish: $(RUNTIME)  ## build the site with publishconf.py, for its public address
	@$(BIN)/jobboard build --settings publishconf.py --publish $(BUILD_OPTIONS)

deploy: $(RUNTIME)  ## check, build and bring the site to its host (TARGET=name, DRY=1: only say what would travel)
	@$(BIN)/jobboard publish $(TARGET) $(CONTENT_OPTION) $(REMOVALS_OPTION) $(if $(DRY),--dry-run)

serve: $(RUNTIME)  ## serve the site at http://localhost:8000, rebuilt on every save
	@$(BIN)/jobboard serve $(CONTENT_OPTION) $(OUTPUT_OPTION) $(NOW_OPTION) $(if $(PORT),--port $(PORT))

preview: $(RUNTIME)  ## show the page of ITEM=file-or-id, be it a draft or still to come (NOW=… for another day)
	@$(if $(ITEM),,echo "Name a file or an id: make preview ITEM=data-analyst" >&2; exit 1)
	@$(BIN)/jobboard preview '$(ITEM)' $(CONTENT_OPTION) $(NOW_OPTION) $(if $(PORT),--port $(PORT))

check: $(RUNTIME)  ## say what is wrong with the content, all at once
	@$(BIN)/jobboard check $(CONTENT_OPTION) $(OUTPUT_OPTION) $(NOW_OPTION) $(if $(FORMAT),--format $(FORMAT)) $(if $(STRICT),--strict)

new: $(RUNTIME)  ## write a new posting to start from (KIND=news, event, organisation or page for those)
	@$(BIN)/jobboard new $(or $(KIND),posting) $(CONTENT_OPTION)

setup: $(RUNTIME)  ## fetch the pinned packages into .venv, and do nothing else

timeline: $(RUNTIME)  ## show what opens and closes in the coming weeks (WEEKS=8)
	@$(BIN)/jobboard timeline $(CONTENT_OPTION) $(NOW_OPTION) $(if $(WEEKS),--weeks $(WEEKS))

demo: $(RUNTIME)  ## build an invented board of twelve organisations into demo/ (NOW=…; else it is 1 December 2026)
	@$(BIN)/python -m bench.demo demo $(NOW_OPTION)
	@cd demo && ../$(BIN)/jobboard build --allow-removals $(VERBOSE_OPTION)

design: $(RUNTIME)  ## draw the theme's tokens, measured, and its parts in every state, as a page in design/
	@$(BIN)/python -m bench.design design
	@echo "Open design/index.html"

pictures: $(TESTING)  ## take pictures of the pages one remembers into pictures/ (ONLY="home saved" for some)
	@CI=true tests/browser/install
	@$(BIN)/python -m tests.browser.sights pictures $(ONLY)

errands: $(TESTING)  ## walk what people come for on the demo, by pointer and by keyboard: clicks, keys, seconds
	@CI=true tests/browser/install
	@$(BIN)/python -m tests.browser.errands

test: $(TESTING)  ## run the tests
	@tests/browser/install
	@tests/hosts/install
	@tests/judging/install
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest $(or $(ARGS),--numprocesses auto --dist loadfile --no-loadscope-reorder)

fuzz: $(TESTING)  ## give every reader anything at all (MINUTES=10 together; NAMES="markdown mail" for some)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --target .cache/fuzz atheris 2>/dev/null || echo "atheris cannot be installed here; inputs are made by chance."
	@PYTHONPATH=.cache/fuzz $(BIN)/python -m tests.fuzz $(or $(MINUTES),10) $(NAMES)

axe: $(TESTING)  ## ask axe-core about every page in every language, light and dark, wide and narrow
	@CI=true tests/browser/install
	@CI=true tests/judging/install
	@$(BIN)/python -m tests.browser.accessible

validate: $(TESTING)  ## ask the W3C feed validator about all feeds (FEEDVALIDATOR=dir: a checkout of w3c/feedvalidator)
	@$(if $(FEEDVALIDATOR),,echo "Name a checkout of w3c/feedvalidator: make validate FEEDVALIDATOR=dir" >&2; exit 1)
	@CI=true tests/judging/install
	@$(BIN)/python -m tests.judging.feeds '$(FEEDVALIDATOR)'

lighthouse: $(TESTING)  ## ask Lighthouse about a page of each kind of the demo
	@CI=true tests/browser/install
	@CI=true tests/judging/install lighthouse
	@$(BIN)/python -m tests.judging.lighthouse

lint: $(TESTING)  ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

format: $(TESTING)  ## lay out the code and mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

golden: $(TESTING)  ## write the expected sites of the tests anew; review the difference like code
	@$(BIN)/python -m tests.golden

catalogues: $(TESTING)  ## bring the interface's catalogues up to the words in code and templates (NEW=de begins one)
	@$(BIN)/python -m tests.catalogues $(NEW)

bench: $(RUNTIME)  ## measure against Pelican, Hugo and the run that landed (QUICK=1: in two minutes; LAND=1: keep it as that)
	@$(BIN)/python -m bench $(if $(QUICK),--quick) $(if $(LAND),--land) $(ARGS)

reference: $(TESTING)  ## write docs/reference/ from the models, docs/messages.md, the guides, and the second part of docs/theme.md
	@$(BIN)/python -m jobboard.model.reference docs/reference
	@$(BIN)/python -m tests.theme.reference
	@$(BIN)/python -m tests.messages
	@$(BIN)/python -m tests.guides

licences: $(TESTING)  ## write docs/dependencies.md and the bill of materials (sbom.cdx.json) of what is pinned
	@$(BIN)/python -m tests.supply

lock:  ## pin the newest versions of all packages (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade \
	  --extra build --extra import --extra editor --extra publish pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade \
	  --extra build --extra test -c requirements.txt pyproject.toml -o requirements-test.txt

clean:  ## remove what was built and cached (not .venv)
	rm -rf output demo design pictures .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(RUNTIME): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Setting up .venv …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(TESTING): $(RUNTIME) requirements-test.txt
	@echo "Setting up the tests' packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
