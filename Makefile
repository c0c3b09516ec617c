# Two commands are all a newcomer needs: `make run` and `make test`.
# Everything is installed into .venv, from the pinned requirements files. GNU make 3.81 (macOS) will do.

PYTHON = python3
PORT = 8501
WORKERS = 3
VENV = .venv
PY = $(VENV)/bin/python
# Where it is installed, the tests take their memory by it: a seventh of their processor time.
JEMALLOC = $(wildcard /usr/lib/$(shell uname -m)-linux-gnu/libjemalloc.so.2)
PIP_INSTALL = $(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
UV_COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

.PHONY: run test suite check lint bench bench-peers schema screenshots clean lock ready ready-test venv

run: ready
	@$(PY) -m ledger build || echo "The data have problems (above). Serving what can be served."
	$(PY) -m streamlit run app.py --server.port $(PORT) --browser.serverAddress localhost

# The types are gone through by one processor while the suite runs on the others.
test: ready-test
	@$(MAKE) --no-print-directory -j 2 lint suite

# Python writes down what it compiles, also where the environment says not to: a run starts some dozens of processes.
suite: ready-test
	PYTHONDONTWRITEBYTECODE= $(addprefix LD_PRELOAD=,$(JEMALLOC)) $(PY) -m pytest -n $(WORKERS) --dist worksteal --durations=50 $(ARGS)

lint: ready-test
	$(PY) -m ruff check .
	$(PY) -m mypy

check: ready
	$(PY) -m ledger check

schema: ready
	$(PY) -m ledger schema

bench: ready-test
	$(PY) bench/reading.py $(ARGS)
	$(PY) bench/run.py $(ARGS)
	$(PY) bench/unseen.py $(ARGS)
	$(PY) bench/scale.py $(ARGS)
	$(PY) bench/start.py $(ARGS)
	$(PY) bench/watching.py $(ARGS)
	$(PY) bench/memory.py $(ARGS)
	$(PY) bench/beside_readers.py $(ARGS)
	$(PY) bench/many_readers.py $(ARGS)

# Beside Datasette, Dash, Panel and marimo, which it installs into bench/peers/.venv.
bench-peers: ready-test
	$(PY) bench/peers/beside_peers.py $(ARGS)

screenshots: ready-test
	$(PY) bench/screenshots.py $(ARGS)

clean:
	rm -rf .ledger .pytest_cache .ruff_cache .mypy_cache .hypothesis test-results bench/out tests/out
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# Rewrites both requirements files from pyproject.toml; needs uv. Add ARGS=--upgrade for newer versions.
lock:
	$(UV_COMPILE) -o requirements.txt $(ARGS)
	$(UV_COMPILE) --extra test -c requirements.txt -o requirements-test.txt $(ARGS)

# What was installed last is kept beside it: equal files mean there is nothing to do.
# requirements-test.txt holds the runtime packages too, at the same versions.
ready:
	@cmp -s requirements.txt $(VENV)/requirements.txt || { \
		$(MAKE) --no-print-directory venv \
		&& echo "Installing the packages of requirements.txt into $(VENV) (only when the file has changed) …" \
		&& $(PIP_INSTALL) -r requirements.txt \
		&& cp requirements.txt $(VENV)/requirements.txt; }

ready-test:
	@{ cmp -s requirements-test.txt $(VENV)/requirements-test.txt && cmp -s requirements.txt $(VENV)/requirements.txt; } || { \
		$(MAKE) --no-print-directory venv \
		&& echo "Installing the packages of requirements-test.txt into $(VENV) (only when the file has changed) …" \
		&& $(PIP_INSTALL) -r requirements-test.txt \
		&& cp requirements.txt requirements-test.txt $(VENV)/; }

venv:
	@$(PY) -m pip --version >/dev/null 2>&1 || { \
		command -v "$(PYTHON)" >/dev/null 2>&1 \
			|| { echo "There is no $(PYTHON). Install Python 3.11 or later, or name one: make run PYTHON=/path/to/python3.12"; exit 1; }; \
		"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
			|| { echo "$(PYTHON) is `$(PYTHON) --version 2>&1`, and Python 3.11 or later is needed. Name one: make run PYTHON=/path/to/python3.12"; exit 1; }; \
		echo "Making $(VENV) with `$(PYTHON) --version 2>&1` …"; \
		"$(PYTHON)" -m venv --clear $(VENV); }
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(VENV) was made with `$(PY) --version 2>&1`, and Python 3.11 or later is needed. Remove $(VENV) and try again."; exit 1; }
