# make run     sets the samples into out/
# make test    the whole suite, with outside judges; installs what it needs
# make fuzz    every fuzz target for FUZZTIME (10m)
# make bench   the benchmarks
# make fonts   makes the font files again from their sources
# make clean   removes what the others made

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: run test fuzz bench fonts clean go modules tools pdfcpu

FUZZTIME ?= 10m
OUT := $(CURDIR)/out
TOOLS := $(OUT)/tools
PROGRAM := $(OUT)/safety365
SAMPLES := assets/samples
export PATH := $(TOOLS):$(PATH)

# What runs on several goroutines, and so under the race detector.
CONCURRENT := ./fonts ./bulletins/... ./themes ./app/cli

# Programs that the suite asks, and the Debian packages that bring them.
NEEDED := gcc qpdf pdftotext mutool gs qemu-aarch64 hb-shape
PACKAGES := gcc libc6-dev poppler-utils qpdf mupdf-tools python3-pikepdf ghostscript python3-numpy \
	python3-pil python3-fonttools qemu-user libharfbuzz-bin
PDFCPU := github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.11.1

run: modules
	CGO_ENABLED=0 go build -tags headless -o $(PROGRAM) .
	$(PROGRAM) build $(SAMPLES) -o $(OUT)/
	@echo
	@echo "The samples lie in $(OUT)"

test: modules tools pdfcpu
	@unformatted=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
		if [ -n "$$unformatted" ]; then echo "not gofmt-ed: $$unformatted"; exit 1; fi
	go vet -tags headless ./...
	CGO_ENABLED=0 go build -tags headless -o $(PROGRAM) .
	SAFETY365_JUDGES=required CGO_ENABLED=0 go test -tags headless -count 1 -timeout 20m ./...
	CGO_ENABLED=1 go test -tags headless -timeout 20m -race -short $(CONCURRENT)

fuzz: modules
	@for pkg in $$(go list -tags headless ./...); do \
		for target in $$(go test -tags headless -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "== $$pkg $$target, $(FUZZTIME)"; \
			go test -tags headless -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg; \
		done; \
	done

bench: modules
	go test -tags headless -run '^$$' -bench . -benchmem ./...

fonts:
	bash fonts/files/recipe.sh

clean:
	rm -rf $(OUT)

go:
	@command -v go >/dev/null || { echo "Go is missing: https://go.dev/dl/"; exit 1; }

modules: go
	@mkdir -p $(TOOLS)
	@go mod download

# The network of a build machine has its moods: three tries.
tools:
	@missing=; for name in $(NEEDED); do command -v $$name >/dev/null || missing="$$missing $$name"; done; \
	for module in pikepdf numpy PIL fontTools; do \
		/usr/bin/python3 -c "import $$module" 2>/dev/null || missing="$$missing python3:$$module"; done; \
	[ -n "$$missing" ] || exit 0; \
	echo "missing:$$missing"; \
	command -v apt-get >/dev/null || { echo "install these packages, or what they are called here: $(PACKAGES)"; exit 1; }; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	for try in 1 2 3; do \
		if $$root apt-get update -qq && \
			$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES) </dev/null; then exit 0; fi; \
		echo "apt-get failed, try $$try"; sleep $$((try * 10)); \
	done; exit 1

pdfcpu: $(TOOLS)/pdfcpu

$(TOOLS)/pdfcpu: | modules
	@for try in 1 2 3; do GOBIN=$(TOOLS) go install $(PDFCPU) && exit 0; sleep $$((try * 5)); done; exit 1
