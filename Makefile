# Every target is one line of `make help`. None needs sudo; all state lies in .venv and var.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
VANILLA := var/peers/vanilla

.DEFAULT_GOAL := help
.PHONY: help install run ask test accept check fix ingest evals bench baselines model clean

help: ## show this list
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '  make %-9s %s\n' "$$name" "$$text"; done

install: $(INSTALLED) ## make .venv and install what requirements.lock pins

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
		"Python 3.11 or newer is needed; name it, for example: make install PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: ingest ## build the index if it is missing or stale, and start the page
	@$(BIN)/mhiap serve

ask: install ## answer one question: make ask Q="Hoe begin ik met MHiAP?"
	@test -n "$$Q" || { echo 'Give a question: make ask Q="Hoe begin ik met MHiAP?"'; exit 2; }
	@$(BIN)/mhiap ask -- "$$Q"

test: install ## run the tests, one path in a real browser included
	$(BIN)/python -m pytest -n 2 --dist loadfile

accept: install ## run the long tests: faults, load, every control in the browser
	$(BIN)/python -m pytest -m accept

check: install ## check style, format, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: install ## repair style and format where that can be done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

ingest: install ## read the documents and build the index if it is missing or stale
	@$(BIN)/mhiap ingest || [ $$? -eq 1 ]

evals: ingest ## measure the answers on the dev topics; files in var/evals
	$(BIN)/mhiap eval --out var/evals

bench: ingest ## measure speed: cold and warm questions, and an ingest from nothing
	$(BIN)/python bench/speed.py

baselines: $(VANILLA)/.installed ## ask the vanilla stack the topics, in an environment of its own
	$(VANILLA_ASK) --out evals/results/vanilla
	$(VANILLA_ASK) --passage-chars 1000 --out evals/results/vanilla-1000

VANILLA_ASK = HF_HUB_OFFLINE=1 $(VANILLA)/bin/python -m bench.peers.vanilla \
	$(wildcard evals/data/topics.jsonl evals/data/topics-directions.jsonl)

$(VANILLA)/.installed: bench/peers/vanilla/requirements.txt
	$(PYTHON) -m venv $(VANILLA)
	$(VANILLA)/bin/python -m pip install --disable-pip-version-check -r $<
	@touch $@

model: install $(VANILLA)/.installed ## train the sentence model anew from parallel text
	$(BIN)/python -m training.build

clean: ## remove what make has made: .venv, the index, measurements and caches
	rm -rf $(VENV) var/index var/evals var/peers var/training dist .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
