.PHONY: help demo test format clean
.DEFAULT_GOAL := help

help: ## Say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

demo: ## Make .venv, read the example reports and show their claims
	@scripts/demo

test: ## Make .venv, check style, types and floors, run all tests
	@scripts/test

format: ## Lay out the code
	@scripts/venv dev
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

clean: ## Remove .venv and everything that was built
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
