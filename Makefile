# Two commands to know: `make demo` and `make test`. The environment is kept in .venv.
PYTHON ?= python3
GOLD ?= ../shared
BIN = .venv/bin

.PHONY: demo test browser lint types imports floors bench train lock format clean help

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

train: .venv/.train  ## make the tagger from the gold sets (GOLD=../shared): hours on a laptop
	.venv-train/bin/python -m training.tagger.learn $(GOLD) --name accurate --epochs 7 --seed 3
	.venv-train/bin/python -m training.tagger.learn $(GOLD) --name fast --epochs 5 --seed 4 \
	  --layers 0,2,5 --start build/tagger/accurate-5.pt --teacher build/tagger/accurate-5.pt
	.venv-train/bin/python -m training.tagger.export build/tagger/accurate-3.pt build/tagger/accurate-5.pt --tier accurate
	.venv-train/bin/python -m training.tagger.export build/tagger/fast-4.pt --tier fast
	.venv-train/bin/python -m training.tagger.fit $(GOLD) --tier accurate
	.venv-train/bin/python -m training.tagger.fit $(GOLD) --tier fast
	.venv-train/bin/python -m training.tagger.card $(GOLD)

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

.venv/.train: training/requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install -q -r training/requirements.txt -e .
	@mkdir -p .venv && touch $@

clean:  ## remove the environment and what tools left behind
	rm -rf .venv .venv-train build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10
