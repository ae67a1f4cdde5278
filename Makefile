# Two commands to know: `make demo` and `make test`. The environment is kept in .venv.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test browser lint types imports floors bench lock format clean help

demo: .venv/.run  ## install, then read the bundled demo and show who said what
	$(BIN)/crossread demo

test: .venv/.test browser lint types imports  ## every check: style, types, imports, tests, accuracy floors
	$(BIN)/pytest
	$(BIN)/python -m bench.floors

browser:
	@tools/browser.sh

lint: .venv/.test
	$(BIN)/ruff check src tests bench examples tools training
	$(BIN)/ruff format --check src tests bench examples tools training

types: .venv/.test
	$(BIN)/mypy

imports: .venv/.test
	$(BIN)/lint-imports

floors: .venv/.test  ## accuracy on public sets against bench/floors.json
	$(BIN)/python -m bench.floors

bench: .venv/.test  ## speed: words and articles a second
	$(BIN)/python -m bench.speed

format: .venv/.test  ## lay out the code as ruff does
	$(BIN)/ruff check --fix src tests bench examples tools training
	$(BIN)/ruff format src tests bench examples tools training

lock:  ## write the lock files anew from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header -q pyproject.toml --group build -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header -q pyproject.toml --group build --group dev -o requirements-dev.lock

.venv/.run: requirements.lock pyproject.toml tools/environment.py
	@test -e .venv/.test && $(PYTHON) tools/environment.py requirements-dev.lock \
	  || $(PYTHON) tools/environment.py requirements.lock
	@touch $@

.venv/.test: requirements-dev.lock pyproject.toml tools/environment.py
	@$(PYTHON) tools/environment.py requirements-dev.lock
	@touch $@ .venv/.run

clean:  ## remove the environment and what tools left behind
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10
