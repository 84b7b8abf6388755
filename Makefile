PYTHON ?= python3.11
PY := .venv/bin/python
CHROMIUM ?= /usr/bin/chromium
# Compile once: some machines switch that off, and then every start compiles anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: site test bless lint bench lock browser clean

site: .venv/site
	$(PY) build.py

test: .venv/dev browser
	$(PY) -m pytest -n auto

bless: .venv/dev browser
	$(PY) -m pytest tests/test_site.py tests/test_sites_invalid.py tests/browser/test_reading_order.py tests/browser/test_numbers.py --bless

lint: .venv/dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: .venv/dev
	$(PY) bench/bench.py

lock: .venv/dev
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

browser:
	@test -x $(CHROMIUM) || sh tests/install_browser.sh

.venv/bin/python:
	$(PYTHON) -m venv .venv || python3 -m venv .venv

.venv/site: .venv/bin/python requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/dev: .venv/site requirements-dev.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf .venv .cache site
