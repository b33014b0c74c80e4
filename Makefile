# Two commands for a new user: `make demo` shows the coach at work, `make test` checks all of it.
# Both make their environment in .venv of this checkout and need nothing but Python 3.11+ and make.

PYTHON ?= python3
BIN := .venv/bin
# pip says nothing while it works through a long list; one line before each step says what goes on.
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test check evals benchmarks clean help

help:          ## what there is
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/'

demo: .venv/installed          ## the main job on a bundled relationship: two recaps, then an agenda for each role
	@$(BIN)/coach demo

test: .venv/tested          ## everything: style, types, tests, evals
	@echo "· style"; $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "· types"; $(BIN)/mypy
	@echo "· tests"; $(BIN)/pytest -n 2

evals: .venv/installed          ## figures on the published cases
	@$(BIN)/python -m evals calls evals/cases

benchmarks: .venv/installed          ## speed, by CPU time and ratios
	@$(BIN)/python -m benchmarks

clean:          ## remove the environment and caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The coach needs Python 3.11 or newer; name one with: make demo PYTHON=python3.11")'
	@echo "· making an environment in .venv"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/made pyproject.toml
	@echo "· installing the coach and its libraries (about 500 MB, a minute or two the first time)"
	@$(PIP) install --quiet --editable .
	@touch $@

.venv/tested: .venv/installed pyproject.toml
	@echo "· installing what the tests need"
	@$(BIN)/python -c 'import tomllib; print("\n".join(tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"]))' > .venv/dev-requirements.txt
	@$(PIP) install --quiet --requirement .venv/dev-requirements.txt
	@touch $@
