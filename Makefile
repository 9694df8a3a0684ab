# Everything a developer types. `make help` lists it. Needs Python 3.11 or newer and make, nothing else.

VENV := .venv
UV_VERSION := 0.13.9
PYTHON ?= $(shell command -v python3.11 || command -v python3)
# Changes whenever what is installed must change, so that a second `make setup` does nothing.
STAMP := $(VENV)/.lotsen-ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test coverage lint bench format clean

help: ## List what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

setup: $(STAMP) ## Install Lotsen and its tools into .venv, and prepare the model

$(STAMP): uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Lotsen needs Python 3.11 or newer; say which with: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@# Inexact, since uv itself lives in the same environment and is not one of the project's dependencies.
	VIRTUAL_ENV= UV_PROJECT_ENVIRONMENT=$(VENV) $(VENV)/bin/uv sync --frozen --inexact --python $(VENV)/bin/python
	$(VENV)/bin/lotsen prepare
	@touch $@

demo: setup ## Watch two needs become introductions, without a Slack account
	@$(VENV)/bin/lotsen demo

test: setup ## Run all tests
	$(VENV)/bin/python -m pytest

coverage: setup ## Run all tests and say which lines and branches they leave out, which takes longer
	$(VENV)/bin/python -m pytest --cov --cov-report=term-missing:skip-covered

lint: setup ## Check format, style and types
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

bench: setup ## Measure time, start-up and memory beside other methods (about half an hour)
	VIRTUAL_ENV= UV_PROJECT_ENVIRONMENT=$(VENV) $(VENV)/bin/uv sync --quiet --frozen --inexact --group bench --python $(VENV)/bin/python
	$(VENV)/bin/python -m matcher.benchmark

format: setup ## Put the code into its format
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

clean: ## Remove what setup and tests made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
