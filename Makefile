# make site     build the site of seeds/ into public/
# make serve    show it here, and build again at every change
# make test     linters, types and all tests
# make score    how well the parser reads the tests' pages, as a table
# make told     how well names and quotations are read in the marked articles
# make lint     linters and types only
# make format   write the code as the linters want it
# make clean    remove the site, the environment and all caches; records stay
#
# All make what they need in .venv first; nothing has to be installed by hand but git, make and Python with venv.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Someone without a home still has a place for caches.
ifeq ($(and $(HOME),$(wildcard $(HOME)/.)),)
export HOME := $(CURDIR)/$(VENV)/home
endif

.PHONY: site serve test score told lint format clean help

site: $(VENV)/core.stamp
	$(BIN)/kliping build
	@echo "Open public/index.html in a browser, or see it served: make serve"

serve: $(VENV)/core.stamp
	$(BIN)/kliping serve

test: lint
	CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && $(BIN)/python -m pytest

score: $(VENV)/core.stamp
	@$(BIN)/python tests/score.py

told: $(VENV)/core.stamp
	@$(BIN)/python tests/score_told.py

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Records stay: a person may have edited them.
clean:
	if [ -x $(BIN)/kliping ]; then $(BIN)/kliping clean; fi
	rm -rf $(VENV) .kliping dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@sed -n 's/^# make/make/p' Makefile

# Other pins, another environment: what is no longer pinned does not linger.
$(VENV)/core.stamp: requirements/core.txt requirements/dev.txt pyproject.toml .ci/python
	@python="$$(PYTHON='$(PYTHON)' .ci/python)" && echo "Making $(VENV) with $$python" && \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@mkdir -p "$$HOME"
	$(PIP) install --requirement requirements/core.txt
	PIP_CONSTRAINT=requirements/dev.txt PIP_BUILD_CONSTRAINT=requirements/dev.txt $(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/core.stamp
	$(PIP) install --requirement requirements/dev.txt
	@touch $@
