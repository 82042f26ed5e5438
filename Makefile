PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check docs fuzz mutants bench lighthouse verify lock clean

# The plugin builds aside and then exchanges the folders: whatever happens, a whole site is there.
site: .venv/ready
	$(BIN)/mkdocs build --strict

serve: .venv/ready
	$(BIN)/mkdocs serve

check: .venv/ready
	$(BIN)/python -m generator check

# The documentation of the tool, in .build/docs.
docs: .venv/ready
	$(BIN)/mkdocs build --strict --config-file generator/docs/mkdocs.yml

# The tests start many processes: where no bytecode is kept, each would compile every module anew.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/ready-to-test
	$(BIN)/python -m tests.browser.install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

bench: .venv/ready-to-test
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.bench

# Some minutes of hostile content. N= is how many inputs of each kind, SEED= where they start.
fuzz: .venv/ready-to-test
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.fuzz --inputs $(or $(N),2000) --seed $(or $(SEED),0)
	PAYLOAD_ROUNDS=900 $(BIN)/python -m pytest -q tests/browser/test_payloads.py

# Changes the generator in one place after the other, in a copy of the last commit, and shows the changes that no test
# notices, after the functions that no test calls. MODULE=reading is one room, MODULE=knowledge/graph one file: a file
# takes minutes, a room hours. The tests are those of the room, and for knowledge those of the rooms that use it most;
# TESTS=tests/unit is all of them, as it is without MODULE. Where modules call a function while they are imported, mutmut
# asks only the first test: what survives there may be noticed by others. It takes the name to import a file by from its
# path below src/, and runs the tests in a copy within the copy.
ROOM = $(firstword $(subst /, ,$(MODULE)))
USERS_OF_knowledge := authoring checking reading rendering
TESTS = $(or $(wildcard $(addprefix tests/unit/,$(ROOM) $(USERS_OF_$(ROOM)))),tests/unit)
MUTANTS := $(CURDIR)/.build/mutants
MUTMUT := PYTHONPATH=$(MUTANTS)/mutants/src:$(CURDIR)/.build/mutmut $(CURDIR)/.build/mutmut/bin/mutmut
mutants: .venv/ready-to-test .build/mutmut/ready
	rm -rf $(MUTANTS)
	git clone --quiet . $(MUTANTS)
	git clone --quiet . $(MUTANTS)/mutants
	cd $(MUTANTS) && mv generator src && rm -r mutants/generator && mkdir mutants/src && ln -s src mutants/generator
	cp .github/mutants/setup.cfg .github/mutants/preload.txt $(MUTANTS)
	echo 'only_mutate = src/answertree/$(MODULE)*' >> $(MUTANTS)/setup.cfg
	printf '%s\n' 'pytest_add_cli_args_test_selection =' $(TESTS:%='  %') >> $(MUTANTS)/setup.cfg
	cd $(MUTANTS) && $(MUTMUT) run
	cd $(MUTANTS) && $(MUTMUT) results | sed -n 's/__mutmut_[0-9]*: no tests$$/: no test calls it/p' | sort -u
	cd $(MUTANTS) && $(MUTMUT) results | sed -n 's/: survived$$//p' | xargs -rn 1 env $(MUTMUT) show

# Needs Node.js.
lighthouse: .venv/ready-to-test
	npm ci --ignore-scripts --no-audit --no-fund --prefix .github/lighthouse
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.bench.lighthouse

# Builds the site of a commit anew, for the address in SITE_URL and EDIT_URI, and prints its hash;
# fails when that is not the HASH that was published.
verify:
	rm -rf .build/verify
	git clone --quiet . .build/verify
	git -C .build/verify checkout --quiet $(SHA)
	$(MAKE) -C .build/verify site
	$(PYTHON) .github/scripts/hash_site.py .build/verify/site $(HASH)

# Only this target needs uv. What builds the guide is locked apart from what tests it, in the same versions.
COMPILE = uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --quiet
lock:
	$(COMPILE) --all-extras --group build pyproject.toml -o requirements-dev.txt
	$(COMPILE) --group build --constraints requirements-dev.txt pyproject.toml -o requirements.txt
	for folder in audit mutants; do \
		$(COMPILE) .github/$$folder/requirements.in -o .github/$$folder/requirements.txt || exit; \
	done

clean:
	rm -rf .build .venv site

PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/ready-to-test: requirements-dev.txt .venv/ready
	$(PIP) --require-hashes -r requirements-dev.txt
	touch $@

# In a folder of its own: what it needs is no part of the guide's.
.build/mutmut/ready: .github/mutants/requirements.txt .venv/ready-to-test
	rm -rf .build/mutmut
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --target .build/mutmut -r $<
	touch $@
