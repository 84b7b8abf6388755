PYTHON ?= python3.11
PY := .venv/bin/python
ADVISORIES ?= pypi
FUZZ_SEED ?= 0
LOCK := .venv/bin/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
CHROMIUM ?= /usr/bin/chromium
FORM := formulier/node_modules/.package-lock.json
TAALSERVER := tests/editor/node_modules/.package-lock.json
# Compile once: some machines switch that off, and then every start compiles anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: site check package serve pdf test fuzz taal vertalingen pictures docs bless lint bench lock audit release browser calc pango servers formulier clean

site: .venv/site
	$(PY) build.py $(OPTIONS)

check: .venv/site
	$(PY) build.py check $(OPTIONS)

# The same site gives the same package: no times, no owners.
package: .venv/site
	$(PY) build.py --strict --no-cache
	$(PY) build.py verify
	mkdir -p dist
	tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=a+rX --use-compress-program='gzip -9n' -cf dist/monitor.tar.gz site

serve: .venv/site
	$(PY) build.py serve

pdf: .venv/pdf pango
	$(PY) build.py pdf

formulier: .venv/site $(FORM)
	$(PY) build.py formulier
	cd formulier && npm start

test: .venv/dev browser pango servers $(FORM) $(TAALSERVER)
	$(PY) -m pytest -n auto

taal: .venv/dev
	$(PY) build.py check --taal

vertalingen: .venv/dev
	PYTHONPATH=src $(PY) tools/vertalingen.py

fuzz: .venv/dev
	FUZZ=10000 FUZZ_SEED=$(FUZZ_SEED) $(PY) -m pytest -n auto -rP tests/test_fuzz.py

pictures: .venv/dev browser calc $(FORM)
	PYTHONPATH=src $(PY) tests/camera.py
	PYTHONPATH=src $(PY) tests/screens.py

docs: .venv/dev
	.venv/bin/mkdocs build --quiet --config-file tools/docs.yml

bless: .venv/dev browser
	$(PY) -m pytest tests/test_site.py tests/test_sites_invalid.py tests/test_adressen.py tests/test_pictures.py tests/test_release.py tests/test_docs.py tests/browser/test_reading_order.py tests/browser/test_numbers.py --bless

lint: .venv/dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: .venv/dev browser
	$(PY) bench/bench.py
	$(PY) bench/pdfs.py
	$(PY) bench/disclosure.py
	$(PY) bench/preview.py

# For every system at once: what only Windows needs is in the locks as well.
lock: .venv/dev
	$(LOCK) --output-file requirements.lock pyproject.toml
	$(LOCK) --extra pdf --constraint requirements.lock --output-file requirements-pdf.lock pyproject.toml
	$(LOCK) --all-extras --constraint requirements-pdf.lock --output-file requirements-dev.lock pyproject.toml

# The only target that asks a service about our packages. It fails when it got no answer, too.
audit: .venv/dev
	$(PY) -m pip_audit --strict --disable-pip --require-hashes --progress-spinner off --vulnerability-service $(ADVISORIES) -r requirements-dev.lock \
	|| { echo "Not cleared: a package above has a known fault, or could not be looked up (try ADVISORIES=osv)." >&2; exit 1; }

release: .venv/dev
	$(PY) tools/release.py

browser:
	@test -x $(CHROMIUM) || sh tests/install_browser.sh

# For one picture in the manual; no test needs it.
calc:
	@command -v soffice >/dev/null && fc-list | grep -q Carlito || sh tests/install_calc.sh

servers:
	@PATH="$$PATH:/usr/sbin"; command -v nginx >/dev/null && command -v apache2 >/dev/null || sh tests/install_servers.sh

pango:
	@$(PY) -c 'import weasyprint' 2>/dev/null && fc-match 'Liberation Sans Narrow' | grep -q Narrow || sh tests/install_pango.sh

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --no-audit --no-fund --loglevel=error
	touch $@

.venv/bin/python:
	$(PYTHON) -m venv .venv || python3 -m venv .venv

.venv/site: .venv/bin/python requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/pdf: .venv/site requirements-pdf.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-pdf.lock
	touch $@

.venv/dev: .venv/site requirements-dev.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf .venv .cache build dist site pdf
