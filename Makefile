# One door for people and continuous integration. `make help` lists what there is.
.DEFAULT_GOAL := help
.PHONY: help serve ask ingest eval bench mutants check test setup clean

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?=
# Handed over in the environment: a question may hold any character.
export Q ?=
export PROFILE ?=
# torch stays out: the default embedder runs on onnxruntime.
PIP := $(BIN)/pip --disable-pip-version-check -qq

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.serve: pyproject.toml constraints.txt
	@echo "Installation dans $(VENV) (une à deux minutes la première fois)…"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.serve
	@echo "Installation des outils de contrôle et de test…"
	@$(PIP) install -c constraints.txt -e '.[dev,eval]'
	@touch $@

setup: $(VENV)/.serve ## install what the service needs into .venv

serve: $(VENV)/.serve ## answer on http://127.0.0.1:8000 (PORT= changes it), knowledge base built if need be
	@$(BIN)/spro serve $(if $(PORT),--port $(PORT))

ask: $(VENV)/.serve ## one answer here: make ask Q="Comment devenir infirmier ?"
	@$(BIN)/spro ask --profile "$$PROFILE" -- "$$Q"

ingest: $(VENV)/.serve ## build or refresh the knowledge base
	@$(BIN)/spro ingest

eval: $(VENV)/.dev ## the assistant and the usual recipe over labelled messages, with a report (SPLIT=test)
	@$(BIN)/spro eval run $(if $(SPLIT),--split $(SPLIT)) $(if $(BASE),--base $(BASE))

bench: $(VENV)/.dev ## benchmarks, each beside its baseline, written to docs/benchmarks.md
	@$(BIN)/python -m eval.bench

mutants: $(VENV)/.dev ## faults put into a copy of the scorers, one by one: which do their tests miss? (ONLY="told base")
	@$(BIN)/python -m eval.mutants $(ONLY)

check: $(VENV)/.dev ## style, types, architecture, size budgets
	@echo "Contrôles : style, types, architecture…"
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest -q tests/architecture

test: check ## everything continuous integration runs
	@echo "Tests…"
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage report

clean: ## remove what make made (the knowledge base in .spro stays)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
