# The two commands of the README are `make site` and `make test`; `make help` lists all.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run
TEST := $(VENV)/.test
DEV := $(VENV)/.dev
BENCH := $(VENV)-bench
BUILDERS := $(VENV)-builders
FUZZ := $(VENV)-fuzz
RUNS ?= 2000
SIZE ?= 60
PYTHONS ?= python3.11 python3.12 python3.13
EXCHANGE := $(VENV)-exchange
LINKS := $(VENV)-links
# Pagefind, where the site chose it.
SEARCH := $(if $(shell grep -E '^  search: *"?(pagefind|auto)' mkdocs.yml),$(VENV)/.search)

# Material for MkDocs announces the end of MkDocs at each start; ARCHITECTURE.md says what that means here.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help builders exchange site serve test explore fuzz kills shares versions audit check lint format browser-test bench lock schemas reference clean links places

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

site: $(RUN) $(SEARCH) ## Set up, generate the pages, build the site, and say where it is
	@$(BIN)/python -m generator generate --images
	@$(BIN)/python -m mkdocs build --strict --quiet
	@echo "The site is in $(CURDIR)/site: open site/index.html, or run 'make serve' and go to http://127.0.0.1:8000/"

serve: $(RUN) ## Show the site at http://127.0.0.1:8000/ and rebuild it at each edit
	@$(BIN)/python -m mkdocs serve --dirty

test: $(TEST) ## Set up and run every test that needs no browser
	@$(BIN)/python -m pytest -m 'not browser' -n auto -q

explore: $(TEST) ## Try the properties on twenty times as many inputs, new ones each time
	@EXPLORE=20 $(BIN)/python -m pytest -m hypothesis -n auto -q

fuzz: $(FUZZ)/.fuzz ## Fuzz the program, guided by coverage: RUNS inputs a target, those that reach new code kept in .fuzz
	@mkdir -p .fuzz; for target in entries markdown everything commands; do \
	  runs=$$(case $$target in commands) expr $(RUNS) / 10;; everything) expr $(RUNS) / 3;; *) echo $(RUNS);; esac); \
	  echo "Fuzzing $$target with $$runs inputs ..."; \
	  $(FUZZ)/bin/python tests/fuzz.py $$target -runs=$$runs -artifact_prefix=.fuzz/ .fuzz/$$target > .fuzz/$$target.log 2>&1 || \
	    { tail -60 .fuzz/$$target.log; exit 1; }; \
	done

kills: $(TEST) ## Kill a hundred runs at random moments, and look whether the pages are whole and the next run heals
	@folder=$$(mktemp -d) && $(BIN)/python tests/kills.py 100 "$$folder"; code=$$?; rm -rf "$$folder"; exit $$code

shares: $(TEST) ## Render the site in four processes, kill one of them, and compare what is joined with the site of one build
	@folder=$$(mktemp -d) && $(BIN)/python tests/shares.py "$$folder" $(CONTENT); code=$$?; rm -rf "$$folder"; exit $$code

versions: ## Generate the pages with each version of Python in PYTHONS, and compare them byte by byte
	@for python in $(PYTHONS); do \
	  $$python -m venv $(VENV)-versions/$$python && \
	  $(VENV)-versions/$$python/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt && \
	  rm -rf $(VENV)-versions/docs-$$python && mkdir -p $(VENV)-versions/docs-$$python/assets && \
	  cp -r docs/assets/fonts $(VENV)-versions/docs-$$python/assets/fonts && \
	  $(VENV)-versions/$$python/bin/python -m generator generate --images --docs $(VENV)-versions/docs-$$python && \
	  diff -r $(VENV)-versions/docs-$(firstword $(PYTHONS)) $(VENV)-versions/docs-$$python || exit 1; \
	done; echo "The same bytes with $(PYTHONS)"

audit: $(DEV) ## Look the locked versions up in the databases of known vulnerabilities
	@said=$$(mktemp); trap 'rm -f "$$said"' EXIT; for set in run search test dev builders; do \
	  $(BIN)/pip-audit --strict --progress-spinner off --disable-pip --require-hashes -r requirements/$$set.txt > $$said 2>&1 && continue; \
	  cat $$said; \
	  if grep -qE '^Found [0-9]+ known vulnerabilit' $$said; then \
	    echo "requirements/$$set.txt holds a version with a known vulnerability: raise it in pyproject.toml and run 'make lock'"; \
	  else \
	    echo "requirements/$$set.txt was not audited: the databases (pypi.org, osv.dev) do not answer from here. CI asks them on every push"; \
	  fi >&2; exit 1; \
	done; echo "No locked version has a known vulnerability"

check: lint test ## Check format, lint, types and workflows, then run the tests

lint: $(DEV) ## Check format, lint, types and workflows
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/zizmor --quiet --offline .github/workflows
	@$(BIN)/actionlint -shellcheck= -pyflakes= .github/workflows/*.yml

format: $(DEV) ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

browser-test: $(DEV) ## Run the browser tests on the built site (needs Debian's package chromium)
	@$(BIN)/python -m pytest -m browser -q tests/browser

bench: $(BENCH)/.bench ## Measure beside spaCy, MkDocs and Hugo, with SIZE articles, in an environment of its own
	@$(BENCH)/bin/python benchmarks/peers.py --articles $(SIZE)
	@$(BENCH)/bin/python benchmarks/matching.py

builders: $(DEV) $(BUILDERS)/.builders ## Build the site with properdocs and with Zensical, and look in a browser whether all is there
	@$(BUILDERS)/bin/python -m generator generate --images
	@$(BUILDERS)/bin/properdocs build --strict --quiet --site-dir site-properdocs
	@SITE_DIR=site-properdocs $(BIN)/python -m pytest -m browser -q tests/browser/test_builders.py tests/browser/test_search.py \
	  tests/browser/test_policy.py -k "not hostile"
	@sed 's/^site_dir: .*/site_dir: site-zensical/' mkdocs.yml > zensical-mkdocs.yml
	@if $(BUILDERS)/bin/zensical build --clean --config-file zensical-mkdocs.yml && \
	  SITE_DIR=site-zensical $(BIN)/python -m pytest -m browser -q tests/browser/test_builders.py; \
	  then echo "Zensical: all is there"; else echo "WARNING: the site that Zensical builds lacks something, see above"; fi

exchange: $(EXCHANGE)/.exchange ## Let FollowTheMoney's own library validate the export for it
	@$(EXCHANGE)/bin/python -m pytest -q tests/test_export_followthemoney.py

links: $(LINKS)/.links ## Check the links and anchors of the site that `make site` built
	@$(LINKS)/bin/lychee --offline --include-fragments --no-progress --root-dir "$(CURDIR)/site" 'site/**/*.html'

schemas: $(RUN) ## Write the JSON Schemas anew
	@$(BIN)/python -m generator schema --write schemas

reference: $(RUN) ## Write CONTENT.md, COMMANDS.md and TEMPLATES.md, the references, anew
	@$(BIN)/python -m generator reference > CONTENT.md
	@$(BIN)/python -m generator reference --commands > COMMANDS.md
	@$(BIN)/python -m generator reference --templates > TEMPLATES.md

places: $(VENV)-places/.places ## Write the list of countries and cities anew
	@$(VENV)-places/bin/python scripts/write_places.py

lock: $(DEV) ## Lock the versions anew
	@for set in run search test dev bench places builders fuzz exchange links; do \
	  source=pyproject.toml; case $$set in run) groups=;; search) groups="--extra search";; test) groups="--extra search --group test";; \
	    dev) groups="--extra search --group test --group browser --group check";; \
	    bench|places|builders|fuzz|exchange) groups="--group $$set";; \
	    links) groups="--group links"; source=;; esac; \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command 'make lock' $$groups -o requirements/$$set.txt $$source || exit 1; \
	done

clean: ## Remove what was built: the environments, the generated pages and the site
	@rm -rf $(VENV) $(BENCH) $(VENV)-places $(BUILDERS) $(EXCHANGE) $(LINKS) $(FUZZ) $(VENV)-versions .fuzz .cache site site-properdocs site-zensical zensical-mkdocs.yml .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@git clean -fdXq docs

# Each stamp says that the environment holds a set of locked versions; a changed lock file installs again.
$(RUN) $(TEST) $(DEV) $(VENV)/.search: $(VENV)/.%: requirements/%.txt | $(BIN)/python
	@echo "Installing $< into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Tools that need other versions than the program, or that few people run, have environments of their own.
APART := bench builders exchange fuzz links places
$(foreach set,$(APART),$(eval $(VENV)-$(set)/.$(set): requirements/$(set).txt))
$(foreach set,$(APART),$(VENV)-$(set)/.$(set)):
	@echo "Installing $< into $(@D) ..."
	@$(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Backgrounder needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
