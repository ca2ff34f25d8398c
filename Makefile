# Everything needs only Python 3.11 or newer, its venv module, and make; the rest is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PLAY := $(VENV)/.ready-to-play
DEV := $(VENV)/.ready-to-develop
WORKERS ?= auto

# The tests start very many processes; each finds what another one has compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: play test cover check fix bench setup pictures golden protocol modding rules clean help

play: $(PLAY)  ## Install what the game needs and play.
	@$(BIN)/neo-sanctum

test: $(DEV)  ## Run the whole test suite and the commands the documentation shows.
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

cover: $(DEV)  ## Run the suite and say which lines and branches it never reached.
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term-missing:skip-covered $(TESTS)

check: $(DEV)  ## Format, lint, types and layers: the gate.
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: $(DEV)  ## Mend what a machine can mend.
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(DEV)  ## Measure what must stay fast, beside a fixed calibration loop.
	@$(BIN)/python -m pytest tests/bench -p no:xdist --benchmark-enable --benchmark-only --benchmark-columns=min,median,iqr,rounds

setup: $(DEV)  ## Install everything a developer needs.

pictures: $(DEV)  ## Draw the golden pictures anew; look at each before you commit it.
	@$(BIN)/python -m tests.pictures.pictures
	@$(BIN)/python -m tests.pictures.menus
	@$(BIN)/python -m tests.pictures.seasons
	@$(BIN)/python -m tests.pictures.company
	@$(BIN)/python -m tests.pictures.online
	@$(BIN)/python -m tests.pictures.replays

golden: $(DEV)  ## Play the golden matches anew; say in the commit why they go another way.
	@$(BIN)/python -m tests.golden.playthroughs

protocol: $(DEV)  ## Write docs/protocol.md anew from the message types.
	@$(BIN)/python -m game.protocol.reference > docs/protocol.md

rules: $(DEV)  ## Write docs/rules.md anew from the rule book's text and the numbers in the content.
	@$(BIN)/python -m game.text.rulebook > docs/rules.md.new
	@mv docs/rules.md.new docs/rules.md

modding: $(DEV)  ## Write the tables of docs/modding.md anew from the schema of maps.
	@$(BIN)/python -m game.maps.reference docs/modding.md

help:  ## Say what each target does.
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' $(MAKEFILE_LIST)

clean:  ## Remove what was installed and measured.
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage* build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Neo-Sanctum needs Python 3.11 or newer; name one: make PYTHON=python3.12 play"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Creating $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(PLAY): $(BIN)/python pyproject.toml
	@echo "Installing Neo-Sanctum ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV): $(BIN)/python pyproject.toml
	@echo "Installing the developer's tools ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(PLAY) $@
