# make run     opens the window on the samples; without a display, sets them into out/
# make test    the whole suite, with outside judges; installs what it needs
# make measure the window's speed and memory
# make soak    kills the saving of texts and the real window two hundred times each
# make fuzz    every fuzz target for FUZZTIME (10m)
# make bench   the benchmarks
# make package makes the Linux tarball and the Windows zip, in out/package
# make fonts   makes the font files again from their sources
# make clean   removes what the others made

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.PHONY: run build test measure soak fuzz bench package fonts clean go modules tools pdfcpu

FUZZTIME ?= 10m
OUT := $(CURDIR)/out
TOOLS := $(OUT)/tools
PROGRAM := $(OUT)/safety365
SAMPLES := assets/samples
export PATH := $(TOOLS):$(PATH)

# What runs on several goroutines, and so under the race detector.
CONCURRENT := ./fonts ./bulletins/... ./themes ./app/...

# Programs that the suite asks, and the Debian packages that bring them.
NEEDED := gcc qpdf pdftotext mutool gs qemu-aarch64 hb-shape
PACKAGES := gcc libc6-dev poppler-utils qpdf mupdf-tools python3-pikepdf ghostscript python3-numpy \
	python3-pil python3-fonttools qemu-user libharfbuzz-bin
PDFCPU := github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.11.1

# What a program with a window is compiled with.
WINDOW_PACKAGES := gcc libc6-dev libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev
# What the packages are made with.
PACKAGE_PACKAGES := mingw-w64 zip xz-utils
# What its tests are driven with.
STAGE_PACKAGES := xvfb xdotool imagemagick xclip openbox x11-utils libgl1-mesa-dri fcitx5 fcitx5-chinese-addons dbus dbus-x11

# The office program that Word files are tried with; its tests are left out where it cannot be had.
OFFICE_PACKAGES := libreoffice-writer libreoffice-core python3-uno

# install installs those of some Debian packages that are missing. The network of a
# build machine has its moods: three tries.
define install
	@missing=; for p in $(1); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	[ -n "$$missing" ] || exit 0; \
	command -v apt-get >/dev/null || { echo "install these packages, or what they are called here:$$missing"; exit 0; }; \
	echo "installing:$$missing"; root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	for try in 1 2 3; do \
		if $$root apt-get update -qq && \
			$$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing </dev/null >/dev/null; then exit 0; fi; \
		echo "apt-get failed, try $$try"; sleep $$((try * 10)); \
	done; exit 1
endef

run: build
	@if [ -n "$${DISPLAY-}$${WAYLAND_DISPLAY-}" ]; then mkdir -p $(OUT)/samples; cp -rn $(SAMPLES)/. $(OUT)/samples/; $(PROGRAM) $(OUT)/samples; else \
		echo "No display here: the samples are built instead."; \
		$(PROGRAM) build $(SAMPLES) -o $(OUT)/ && echo && echo "They lie in $(OUT)"; fi

build: modules
	$(call install,$(WINDOW_PACKAGES))
	CGO_ENABLED=1 go build -o $(PROGRAM) .

test: modules tools pdfcpu
	@unformatted=$$(gofmt -l $$(git ls-files '*.go' 2>/dev/null || find . -name '*.go')); \
		if [ -n "$$unformatted" ]; then echo "not gofmt-ed: $$unformatted"; exit 1; fi
	go vet -tags headless ./...
	CGO_ENABLED=0 go build -tags headless -o $(PROGRAM)-headless .
	$(call install,$(WINDOW_PACKAGES) $(STAGE_PACKAGES))
	-$(call install,$(OFFICE_PACKAGES))
	CGO_ENABLED=1 go vet . ./app
	CGO_ENABLED=1 go build -o $(PROGRAM) .
	CGO_ENABLED=1 go build -tags e2e -o $(PROGRAM)-e2e .
	SAFETY365_JUDGES=required CGO_ENABLED=0 go test -tags headless -count 1 -timeout 25m ./...
	SAFETY365_E2E=$(PROGRAM)-e2e CGO_ENABLED=0 go test -tags headless -count 1 -timeout 25m -skip TestLooks ./app/window
	CGO_ENABLED=1 go test -tags headless -timeout 25m -race -short $(CONCURRENT)

# What the README says about speed and memory of the window.
measure: modules
	$(call install,$(WINDOW_PACKAGES) $(STAGE_PACKAGES))
	CGO_ENABLED=1 go build -tags e2e -o $(PROGRAM)-e2e .
	SAFETY365_E2E=$(PROGRAM)-e2e SAFETY365_MEASURE=$(OUT)/figures.md CGO_ENABLED=0 go test -tags headless -count 1 -timeout 10m -run '^TestMeasure$$' -v ./app/window
	go test -tags headless -run '^$$' -bench TypedRune -benchtime 100x ./app/editor

soak: modules
	$(call install,$(WINDOW_PACKAGES) $(STAGE_PACKAGES))
	CGO_ENABLED=1 go build -tags e2e -o $(PROGRAM)-e2e .
	SAFETY365_SOAK=1 CGO_ENABLED=0 go test -tags headless -count 1 -timeout 60m -run Soak -v ./app/keeping
	SAFETY365_SOAK=1 SAFETY365_E2E=$(PROGRAM)-e2e CGO_ENABLED=0 go test -tags headless -count 1 -timeout 60m -run '^TestKill$$' -v ./app/window

fuzz: modules
	@for pkg in $$(go list -tags headless ./...); do \
		for target in $$(go test -tags headless -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "== $$pkg $$target, $(FUZZTIME)"; \
			go test -tags headless -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg; \
		done; \
	done

bench: modules
	go test -tags headless -run '^$$' -bench . -benchmem ./...

package: modules
	$(call install,$(WINDOW_PACKAGES) $(PACKAGE_PACKAGES))
	bash assets/package/recipe.sh

fonts:
	bash fonts/files/recipe.sh

clean:
	rm -rf $(OUT)

go:
	@command -v go >/dev/null || { echo "Go is missing: https://go.dev/dl/"; exit 1; }

modules: go
	@mkdir -p $(TOOLS)
	@go mod download

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
