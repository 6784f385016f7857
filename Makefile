# Everything a newcomer needs: `make site` and `make test`, from nothing but Python, make and git.
.DEFAULT_GOAL := help
.PHONY: help setup lock site offline pdf serve test check format bench clean

PROFILE ?= profiles/embedded.toml
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NODE_BIN := node_modules/.bin
LUCENT := torch-lucent==0.1.8 kornia==0.4.1 decorator==5.2.1
NPM := $(or $(shell command -v npm 2>/dev/null),$(BIN)/npm)

# Both MkDocs' successor and Material print banners about each other.
export DISABLE_MKDOCS_2_WARNING := true
export NO_MKDOCS_2_WARNING := 1
export CNNVIZ_PROFILE := $(PROFILE)
# Pages carry the date of the commit, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH := $(or $(shell git log -1 --format=%ct 2>/dev/null),0)
export PATH := $(abspath $(BIN)):$(PATH)

help:  ## list what make can do
	@grep -hE '^[a-z]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 10

setup: .venv/.packages node_modules/.packages  ## install what the job needs (others call this)

.venv/.packages: requirements.lock requirements-node.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 4) and "cnnviz needs Python 3.11.4 or newer: make PYTHON=python3.13")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
# Where the machine has no Node, pip brings one.
	command -v npm >/dev/null || $(PIP) --require-hashes -r requirements-node.lock
# The lock has setuptools too, so that nothing is fetched to build our own package.
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

# For any Python from 3.11.4 on and any system, with the hashes of all files. A lock names no
# registry. Versions stay as they are, but for those that are asked for.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11.4 \
	--generate-hashes --no-annotate --no-emit-index-url --custom-compile-command 'make lock' $(UPGRADES)
UPGRADES = $(if $(filter all,$(UPGRADE)),--upgrade,$(addprefix --upgrade-package ,$(UPGRADE)))

lock: setup  ## renew the lock files for what pyproject.toml asks (UPGRADE=torch: with the newest torch; UPGRADE=all: of everything)
	$(LOCK) pyproject.toml --all-extras -o requirements.lock
	$(LOCK) --group node -o requirements-node.lock

node_modules/.packages: package.json package-lock.json .venv/.packages
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

site: setup  ## make the site in site/ (PROFILE=profiles/smoke.toml for a first look)
	$(BIN)/mkdocs build --strict

offline: setup  ## make dist/cnnviz-offline.zip: the site to open from a disk, without a server
	$(BIN)/mkdocs build --strict -f mkdocs-offline.yml -d dist/offline
	$(BIN)/python -m cnnviz.publish.archive dist/offline dist/cnnviz-offline.zip

pdf: site  ## make dist/pdf/: each lesson in each language, on paper (needs Chromium)
	$(BIN)/python -m cnnviz.publish.pdf site dist/pdf

serve: setup  ## show the site while you write, on http://127.0.0.1:8000
	$(BIN)/mkdocs serve

test: setup  ## run all tests
	$(BIN)/python -m pytest -n 4

check: setup  ## lint, types, import order
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NODE_BIN)/biome check --error-on-warnings
	$(NODE_BIN)/tsc

format: setup  ## write Python, scripts and styles as `make check` wants them
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NODE_BIN)/biome check --write

# lucent pins old packages, so it lies beside the environment instead of in it.
.bench-peers/.packages: .venv/.packages
	$(PIP) --no-deps --target .bench-peers $(LUCENT)
	touch $@

bench: setup .bench-peers/.packages  ## measure: builds against plain MkDocs, lessons by their seconds, first views, methods against other libraries, the remap on real parking spaces
	$(BIN)/python -m tests.bench_site
	$(BIN)/python -m tests.bench_lessons
	$(BIN)/python -m tests.bench_reader
	$(BIN)/python -W ignore -m tests.bench_methods
	PYTHONPATH=.bench-peers $(BIN)/python -W ignore -m tests.bench_patterns
	$(BIN)/python -m tests.bench_lab
	$(BIN)/python -W ignore -m tests.bench_pklot

clean:  ## remove what was made (not the installed packages)
	rm -rf site dist .store .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
