# loopdoctor: `make run` and `make test` do all their own set-up; `make help` lists the rest.

SHELL := /bin/sh
PREFIX ?= /usr/local
ARGS ?=
CACHE := $(if $(XDG_CACHE_HOME),$(XDG_CACHE_HOME),$(HOME)/.cache)
CORPUS ?= $(CACHE)/loopdoctor-corpus
PEERS ?= $(CACHE)/loopdoctor-peers
LAB_LIBRARIES ?= $(CACHE)/loopdoctor-labs
EXECUTABLE := .build/release/loopdoctor
CHAOS ?= 100000
SEED ?=
PROJECT ?=
REPEATS ?= 50

BUILD_PACKAGES := libncurses-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
TEST_PACKAGES := libvterm-dev python3 python3-venv

.PHONY: help run build test chaos steady lint format oracle corpus bench fixes bench-screen captures answers figures install uninstall clean content-list packages-build packages-test

help:
	@echo 'make run [ARGS="api/"]     build and run the wizard'
	@echo 'make test                  build and run all tests'
	@echo 'make build                 leave the release executable at $(EXECUTABLE)'
	@echo 'make install [PREFIX=DIR]  install it below PREFIX ($(PREFIX))'
	@echo 'make chaos [CHAOS=N] [SEED=N] [PROJECT=DIR]  send the wizard random keys, pastes, sizes and signals'
	@echo 'make steady [REPEATS=N]     run every suite that drives a terminal N times over ($(REPEATS))'
	@echo 'make lint                  check the style of the Swift sources; make format mends it'
	@echo 'make oracle DIR=FOLDER     compare the outline with CPython over a folder of Python files'
	@echo 'make corpus [CORPUS=DIR]   fetch the benchmark corpus from PyPI into DIR ($(CORPUS))'
	@echo 'make bench                 measure the scan against its peers on the benchmark corpus'
	@echo 'make fixes                 hold the scan to real fixes in releases of projects from PyPI (a gigabyte)'
	@echo 'make bench-screen          measure how fast the wizard answers while it scans the corpus'
	@echo 'make captures              take the pictures of the README afresh, into docs/screens'
	@echo 'make answers               measure 10,000 random diagnoses, and hold each to its exit code'
	@echo 'make figures               measure the size and the start of the executable, as the README gives them'
	@echo 'make clean                 remove what was built'

# A wizard that finds something exits with 1, one that stays undecided with 3: neither is a failure of make.
run: build
	@$(EXECUTABLE) $(ARGS) || case $$? in 1|3) ;; *) exit $$?;; esac

build: packages-build content-list
	@swift build -c release --static-swift-stdlib --product loopdoctor

test: packages-build packages-test content-list
	@swift build --build-tests
	@sh Scripts/lab-libraries.sh "$(LAB_LIBRARIES)" || echo 'loopdoctor: PyPI could not be reached: labs that need packages are not run' >&2
	@LOOPDOCTOR_LAB_PYTHON="$(LAB_LIBRARIES)/bin/python" sh Scripts/run-tests.sh

# On the executable as it ships; without a seed, a new one each time.
chaos: packages-test build
	@swift build --build-tests
	@LOOPDOCTOR_CHAOS=$(CHAOS) LOOPDOCTOR_CHAOS_SEED=$(SEED) LOOPDOCTOR_CHAOS_PROJECT="$(PROJECT)" \
		LOOPDOCTOR_CHAOS_EXECUTABLE=$(CURDIR)/$(EXECUTABLE) swift test --skip-build --filter ChaosTests

# No test on a terminal may depend on its luck.
steady: packages-test content-list
	@swift build --build-tests
	@sh Scripts/steady.sh $(REPEATS)

lint:
	@swift format lint --strict --recursive Package.swift Plugins Sources Tests

format:
	@swift format --in-place --recursive Package.swift Plugins Sources Tests

oracle: packages-build content-list
	@LOOPDOCTOR_ORACLE_PATH="$(DIR)" swift test --filter Oracle

corpus: packages-test
	@python3 Benchmarks/corpus.py "$(CORPUS)"

# The peers come from PyPI and Debian, each at the version that peers.txt names.
bench: build corpus
	@sh Scripts/need-packages.sh ripgrep python3-venv
	@[ -x "$(PEERS)/bin/ruff" ] || { python3 -m venv "$(PEERS)" && "$(PEERS)/bin/pip" install -q -r Benchmarks/peers.txt; }
	@python3 Benchmarks/scan.py $(EXECUTABLE) "$(CORPUS)" "$(PEERS)"

# Does the scan find before a release what the release mends?
fixes: build packages-test
	@python3 Benchmarks/fixes.py $(EXECUTABLE) "$(CACHE)/loopdoctor-fixes"
	@python3 Benchmarks/fixes.py $(EXECUTABLE) "$(CACHE)/loopdoctor-fixes" Benchmarks/fixes-fresh.tsv
	@python3 Benchmarks/fixes.py $(EXECUTABLE) "$(CACHE)/loopdoctor-fixes" Benchmarks/fixes-third.tsv

# The wizard on a terminal while the corpus is scanned.
bench-screen: build corpus
	@python3 Benchmarks/screen.py $(EXECUTABLE) "$(CORPUS)"

# The README's pictures, taken of the program on a terminal.
captures: packages-build packages-test content-list
	@swift build --build-tests
	@LOOPDOCTOR_CAPTURES="$(CURDIR)/docs/screens" swift test --skip-build --filter ScreenCaptureTests

# Ten thousand random answer sets, right and wrong: how each ends, and how long it takes.
answers: build
	@python3 Benchmarks/answers.py $(EXECUTABLE)

figures: build
	@sh Benchmarks/size-and-start.sh $(EXECUTABLE)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 $(EXECUTABLE) "$(DESTDIR)$(PREFIX)/bin/loopdoctor"
	@swift build --product generate-manual
	@sh Scripts/install-extras.sh $(EXECUTABLE) "$(DESTDIR)$(PREFIX)/share"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/loopdoctor"
	@sh Scripts/install-extras.sh --remove "$(DESTDIR)$(PREFIX)/share"

clean:
	swift package clean
	rm -rf .build

# The list of the content files that are compiled into the executable.
content-list:
	@sh Sources/CContent/generate.sh

packages-build:
	@sh Scripts/need-packages.sh $(BUILD_PACKAGES)

packages-test:
	@sh Scripts/need-packages.sh $(TEST_PACKAGES)
