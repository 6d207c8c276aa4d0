# The two commands that matter: `make run` and `make test`. Python 3.11 or newer, make and a package registry are enough.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
SHELL := /bin/sh

PORT ?= 8000
VRIJPLAATS_DEMO ?= 1
export PORT

VENV := .venv
PYTHON_IN := $(VENV)/bin/python
NODE_PATH_FIRST = PATH="$(CURDIR)/$(VENV)/bin:$$PATH"
PWA_SOURCES := $(shell find pwa/src pwa/static pwa/vite -type f 2>/dev/null) $(wildcard pwa/*.ts) pwa/package-lock.json

# timed NAME,COMMAND: run it in a shell, print its name first and its seconds afterwards, keep its status
timed = @printf '\n== %s\n' '$(1)'; began=$$(date +%s); { $(2); }; status=$$?; \
	printf '   %s: %s s\n' '$(1)' "$$(( $$(date +%s) - began ))"; exit $$status

.PHONY: help
help:
	@printf '%s\n' 'make run      install what is missing and serve at http://localhost:$(PORT)' \
		'make test     install what is missing and run every check and test' \
		'make bench    print the speed table' 'make lint     the quick checks only' \
		'make format   put the Python code in its standard form' \
		'make lock     resolve the Python dependencies anew' 'make clean    remove what was built (not var/)'

# ---- installing ------------------------------------------------------------------------------------------------------
.PHONY: install
install: $(VENV)/.installed pwa/node_modules/.installed

$(PYTHON_IN):
	@python=$$(sh deploy/find-python.sh) && \
	if command -v uv >/dev/null 2>&1 && uv venv --quiet --allow-existing --python "$$python" $(VENV); then :; \
	else "$$python" -m venv $(VENV); fi

# uv is quicker but does not read pip's settings: where it cannot reach a registry, pip installs the same lock.
$(VENV)/.installed: requirements.lock $(PYTHON_IN)
	@echo 'Installing the Python packages'
	@if command -v uv >/dev/null 2>&1 && uv pip install --quiet --python $(PYTHON_IN) --require-hashes -r requirements.lock; \
	then :; else \
		$(PYTHON_IN) -m pip --version >/dev/null 2>&1 || $(PYTHON_IN) -m ensurepip --upgrade >/dev/null; \
		$(PYTHON_IN) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock; fi
	@echo '$(CURDIR)/backend' > "$$($(PYTHON_IN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/vrijplaats.pth"
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m vrijplaats "$$@"\n' > $(VENV)/bin/vrijplaats
	@chmod +x $(VENV)/bin/vrijplaats
	@touch $@

pwa/node_modules/.installed: pwa/package-lock.json $(VENV)/.installed
	@echo 'Installing the packages of the PWA'
	@cd pwa && $(NODE_PATH_FIRST) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: build
build: pwa/build/.built

pwa/build/.built: pwa/node_modules/.installed $(PWA_SOURCES)
	@echo 'Building the PWA'
	@cd pwa && $(NODE_PATH_FIRST) && export PATH && log=node_modules/.build.log && \
		{ npm run --silent sync && npm run --silent build; } > "$$log" 2>&1 || { cat "$$log" >&2; exit 1; }
	@touch $@

.PHONY: browser
browser: $(VENV)/.installed
	$(call timed,a browser,$(PYTHON_IN) -m tests.chromium)

# ---- running ---------------------------------------------------------------------------------------------------------
.PHONY: run
run: install build
	@VRIJPLAATS_DEMO=$(VRIJPLAATS_DEMO) exec $(VENV)/bin/vrijplaats run --with-parent

# ---- checking: every step can be run by its own name -----------------------------------------------------------------
.PHONY: test lint check-format check-lint check-types check-imports check-schema check-pwa test-pwa test-python bench
test: install build browser
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint check-schema both-of-pwa
	@$(MAKE) --no-print-directory test-python

# one after the other: both write what Kit makes of the routes
.PHONY: both-of-pwa
both-of-pwa:
	@$(MAKE) --no-print-directory check-pwa
	@$(MAKE) --no-print-directory test-pwa

lint: check-format check-lint check-types check-imports

check-format: $(VENV)/.installed
	$(call timed,ruff format,$(VENV)/bin/ruff format --check --quiet backend tests)

check-lint: $(VENV)/.installed
	$(call timed,ruff check,$(VENV)/bin/ruff check --quiet backend tests)

check-types: $(VENV)/.installed
	$(call timed,mypy --strict,$(VENV)/bin/mypy --strict backend/vrijplaats tests)

check-imports: $(VENV)/.installed
	$(call timed,import contracts,$(VENV)/bin/lint-imports --no-logo)

check-schema: install
	$(call timed,schema.graphql and generated types are current,$(VENV)/bin/vrijplaats schema | diff -u schema.graphql - \
		&& cd pwa && $(NODE_PATH_FIRST) npm run --silent codegen:check)

check-pwa: install
	$(call timed,svelte-check,cd pwa && $(NODE_PATH_FIRST) npm run --silent check)

test-pwa: install
	$(call timed,vitest,cd pwa && $(NODE_PATH_FIRST) npm test --silent)

# Last, so that its summary closes the run. Two at once, each with whole files, on one PostgreSQL and one Valkey.
test-python: install build
	@printf '\n== pytest\n'
	@exec $(VENV)/bin/pytest -n 2 --dist loadfile --durations=25

bench: install build
	@exec $(PYTHON_IN) -m tests.bench

# ---- upkeep ----------------------------------------------------------------------------------------------------------
.PHONY: format schema lock clean
format: $(VENV)/.installed
	@$(VENV)/bin/ruff format backend tests && $(VENV)/bin/ruff check --fix backend tests

schema: $(VENV)/.installed
	@$(VENV)/bin/vrijplaats schema > schema.graphql.new && mv schema.graphql.new schema.graphql

LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --no-annotate --quiet

lock:
	$(LOCK) --extra dev -o requirements.lock
	$(LOCK) -c requirements.lock -o deploy/requirements.lock

clean:
	rm -rf pwa/build pwa/.svelte-kit pwa/node_modules .mypy_cache .ruff_cache .pytest_cache
