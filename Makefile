# `make` lists the verbs.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

VENV := .venv
RESULTS := .build/results
# The folder of the release build. In one of its own it is built beside the tests: SwiftPM builds one at a time in a folder.
SCRATCH ?= .build
RELEASE := $(SCRATCH)/release/apigw-synth
export APIGW_SYNTH_RELEASE := $(abspath $(RELEASE))
LOOP := .build/bench/libyaml-loop
SWIFT_FILES := Package.swift Sources Tests
PYTEST := $(VENV)/bin/pytest Tests/judges -p no:cacheprovider
# Installs packages on Debian or Ubuntu: $(call APT,PACKAGE…)
APT = command -v apt-get >/dev/null || { echo "apigw-synth needs $(1) (or the equivalent packages of your system)" >&2; exit 1; }; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -q; $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -yq $(1)

PREFIX ?= /usr/local
# Without hashes of the modules for the next build, which depend on the folder, the program has the same bytes in each folder.
REPRODUCIBLE := -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
# With a section for each function, the linker leaves out those that are not called (0.9 of 26 MB). Functions begin at even
# addresses instead of multiples of 16 (1 % of the program).
SECTIONS := -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -Xllvm -Xswiftc -align-all-functions=1
# lld does not warn about functions of glibc that the program never calls. --wrap: see Sources/CLeftOut/runtime.c.
# --icf=all: functions and constants of the same bytes are one (3 % of the program); no code compares their addresses.
LINKING := -Xswiftc -use-ld=lld -Xlinker --icf=all -Xlinker --wrap=_swift_stdlib_getScalarName \
	-Xlinker --no-eh-frame-hdr -Xlinker -T -Xlinker packaging/sections.ld
# The functions that most runs call, beside each other: else they are all over the program, and a run has nearly all of it in
# memory (17 MB, 9 to 11 with it; a tenth of the time of a small run).
FUNCTIONS := $(SCRATCH)/functions
RELEASE_BUILD := swift build -c release --scratch-path $(SCRATCH) --product apigw-synth --static-swift-stdlib \
	-Xswiftc -static-executable $(REPRODUCIBLE) $(SECTIONS) $(LINKING)

# Targets that install packages must not run in parallel.
.NOTPARALLEL:
.PHONY: help build linked release install dist deb demo test swift-tests judges format lint record docs reproduce bench fuzz races clean libyaml valgrind time python

help: ## list the verbs
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 16

# One at a time: CI begins a build beside the tests, and waits for it later.
build: libyaml valgrind ## build the static release binary .build/release/apigw-synth
	@mkdir -p $(SCRATCH)
	@flock $(SCRATCH)/building $(MAKE) --no-print-directory linked

linked: $(FUNCTIONS)
	$(RELEASE_BUILD) -Xlinker -s -Xlinker --symbol-ordering-file=$(FUNCTIONS) -Xlinker --no-warn-symbol-ordering

$(FUNCTIONS): Package.swift packaging/functions.sh $(shell find Sources examples -type f)
	$(RELEASE_BUILD) -Xlinker --strip-debug
	packaging/functions.sh $(RELEASE) >$@.new
	mv $@.new $@

install: ## install the program, completions, manual page and schema to PREFIX (/usr/local); run `make build` before
	packaging/install.sh $(RELEASE) $(DESTDIR)$(PREFIX)

dist: build ## write a tarball with the static program to .build/dist
	packaging/empty-root.sh $(RELEASE)
	packaging/dist.sh $(RELEASE) .build/dist

deb: build ## write a Debian package to .build/dist, and check it with lintian
	@command -v lintian >/dev/null || { $(call APT,lintian); }
	lintian --allow-root --fail-on error,warning "$$(packaging/deb.sh $(RELEASE) .build/dist)"
	@ls .build/dist/*.deb

demo: build ## build, write the templates of the examples to out/, show how to deploy one
	$(RELEASE) examples/*.yaml -o out
	@echo; echo "Written:"; ls -l out/*.template.json | awk '{print "  " $$NF " (" $$5 " bytes)"}'
	@echo; echo "Deploy one, with your AWS credentials:"
	@echo "  aws cloudformation deploy --stack-name bookstore --template-file out/lambda.template.json \\"
	@echo "    --capabilities CAPABILITY_IAM"

# Stops at the first failure; the last line is the total of both test runners. JUDGED=release: the tests in Python are about
# the release program, as in CI; they take a third of the time.
test: libyaml $(VENV)/stamp lint ## run all tests
	@rm -rf $(RESULTS); mkdir -p $(RESULTS)
	@status=0; \
	  $(MAKE) --no-print-directory swift-tests $(JUDGED) judges || status=$$?; \
	  python3 Tests/judges/total.py $(RESULTS) || status=1; \
	  exit $$status

swift-tests:
	swift test --disable-xctest --xunit-output $(RESULTS)/swift.xml

judges:
	$(if $(JUDGED),APIGW_SYNTH=$(abspath $(RELEASE))) $(PYTEST) -n 2 -rs --junitxml $(RESULTS)/pytest.xml

format: ## format the Swift sources
	swift format --in-place --recursive $(SWIFT_FILES)

lint: ## check the Swift sources' format and style
	swift format lint --strict --recursive $(SWIFT_FILES)

record: libyaml $(VENV)/stamp ## rewrite the golden templates of the examples, and the output of commands in documents
	swift build
	@RECORD=1 $(PYTEST) -q -k "golden or test_pages" --tb no || true
	@$(PYTEST) -q -k "golden or test_pages"
	@git status --short examples docs README.md

docs: libyaml ## rewrite docs/ from the output of the program
	swift build
	@mkdir -p docs/rules
	.build/debug/apigw-synth reference > docs/language.md
	.build/debug/apigw-synth rules --format markdown > docs/rules.md
	for area in $$(.build/debug/apigw-synth rules | sed -nE 's/^([A-Z]{2,4})[0-9]{3} .*/\1/p' | uniq); do \
	  .build/debug/apigw-synth rules --format markdown --area $$area > docs/rules/$$area.md; done
	.build/debug/apigw-synth schema > docs/schema.json
	.build/debug/apigw-synth graph examples/bookstore.yaml --env prod > docs/bookstore.svg
	python3 Tests/Routing/page.py > docs/routing.md

reproduce: libyaml ## build the release program in two folders, and compare the bytes
	packaging/same-binary.sh

release: build time $(LOOP) ## build what `make test` needs to test the release binary and its speed

bench: release $(VENV)/stamp ## count instructions of the release binary, measure other tools, and write BENCHMARKS.md
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r Tests/bench/peers/requirements.txt
	$(VENV)/bin/python Tests/bench/bench.py $(RELEASE) $(LOOP)

$(LOOP): Tests/bench/libyaml_loop.c | libyaml
	@mkdir -p $(@D)
	$(CC) -O2 -static -o $@ $< -lyaml

# FUZZ_PART: tree, spec or template; SECONDS_EACH: how long. What is found is in .build/fuzz/finds. The address sanitizer
# is added by -Xswiftc: of two `--sanitize`, SwiftPM uses one. Leaks are not searched: the program ends after a run.
FUZZ_PART ?= tree spec template
SECONDS_EACH ?= 600
fuzz: libyaml | python ## fuzz the YAML reader, the whole program, and the reader of earlier templates
	FUZZ=1 swift build --scratch-path .build/fuzz --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address --product Fuzzing
	swift build
	.build/debug/apigw-synth schema | python3 Tests/Fuzz/words.py > .build/fuzz/words
	@mkdir -p .build/fuzz/finds
	for part in $(FUZZ_PART); do \
	  mkdir -p .build/fuzz/corpus/$$part; \
	  ASAN_OPTIONS=detect_leaks=0 FUZZ_PART=$$part .build/fuzz/debug/Fuzzing -dict=.build/fuzz/words \
	    -artifact_prefix=.build/fuzz/finds/$$part- \
	    -max_total_time=$(SECONDS_EACH) -timeout=60 -rss_limit_mb=4096 -max_len=20000 -print_final_stats=1 \
	    .build/fuzz/corpus/$$part Tests/Fuzz/corpus/$$part examples Tests/References; done

races: libyaml $(VENV)/stamp ## search for data races with the thread sanitizer, in runs of many specs
	swift build --scratch-path .build/races --sanitize thread --product apigw-synth
	APIGW_SYNTH=.build/races/debug/apigw-synth TSAN_OPTIONS=exitcode=66 $(PYTEST) -q -k "test_reports or test_reproducible"

clean: ## remove build results
	rm -rf .build $(VENV) out

libyaml:
	@pkg-config --exists yaml-0.1 2>/dev/null || { $(call APT,libyaml-dev pkg-config); }

valgrind:
	@command -v valgrind >/dev/null || { $(call APT,valgrind); }

time:
	@test -x /usr/bin/time || { $(call APT,time); }

python:
	@command -v python3 >/dev/null || { echo "make test needs Python 3.10 or later, as python3" >&2; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' \
	  || { echo "make test needs Python 3.10 or later; python3 is $$(python3 -V)" >&2; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || { $(call APT,python3-venv); }

$(VENV)/stamp: Tests/judges/requirements.txt | python
	python3 -m venv --clear $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@
