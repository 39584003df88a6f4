# make run     build the program and open its window (headless: the sample as PDF)
# make test    everything: make check, then all tests
# make check   what a change has to pass before it is done
# make bench   benchmarks
# make long    the tests that take minutes each
# make fuzz    each fuzz test for FUZZTIME
# make mutants breaks the program in small ways and lists those no test notices: PACKAGES, SAMPLE, SEED
# make pictures  what the README shows of what is printed
# make icons   what the program's file is to Windows (icon, version, manifest), from packaging/windows
# make dist    all that is given out, in dist/ (packaging/README.md)

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:

GO := go
export GOFLAGS := -buildvcs=false
# The generated bindings of OpenGL take gcc minutes at -O2 -g and gain nothing
# by it. One set of flags for all targets, so that they share what is built.
export CGO_CFLAGS := -O1 -g0

# Tools, pinned. They stay outside the tree, so that a fresh clone finds them.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/nianbao/tools
LINT_VERSION := v2.15.0
LINT := $(TOOLS)/golangci-lint-$(LINT_VERSION)

FUZZTIME ?= 60s

# What make mutants breaks: so many places of each package, chosen by the seed.
PACKAGES ?= ./model/... ./export/... ./ui/command
SAMPLE ?= 40
SEED ?= 1

.PHONY: run test check lint cross bench long fuzz mutants pictures icons dist clean

run:
	@if [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then
	  echo "没有显示器，不开窗口；改为把样本印成 PDF。(No display: printing the sample instead.)"
	  CGO_ENABLED=0 $(GO) build -o build/nianbao-cli .
	  build/nianbao-cli sample -o build/sample.pdf
	else
	  .ci/setup build
	  echo "编译（第一次约四分钟）……"
	  $(GO) build -o build/nianbao .
	  build/nianbao
	fi

# The tag ci gives Fyne its driver in memory: compiling the bindings of OpenGL a
# second time for the race detector would take four more minutes. The tests of
# the real window (TestWindow…) run the program built here, without it: one after
# another when all others are done, each with a limit of its own.
test: check
	@.ci/setup test
	$(GO) build -o build/nianbao .
	$(GO) test -race -tags ci -timeout 20m -skip '^TestWindow' ./...
	$(GO) test -tags ci -timeout 1h -run '^TestWindow' ./ui/desktop

check: $(LINT)
	@.ci/setup build
	$(LINT) run ./...
	$(MAKE) --no-print-directory cross
	$(GO) test -count=1 .

# Every system's command line, and vet for the systems this is not.
cross:
	@for target in linux/amd64 linux/arm64 windows/amd64; do
	  GOOS=$${target%/*} GOARCH=$${target#*/} CGO_ENABLED=0 $(GO) build -o /dev/null .
	done
	GOOS=windows CGO_ENABLED=0 $(GO) vet -tags ci ./...

$(LINT):
	@echo "编译检查工具（只有第一次，几分钟）…… (building the linter once)"
	mkdir -p $(TOOLS)
	GOBIN=$(TOOLS) CGO_ENABLED=0 $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	mv $(TOOLS)/golangci-lint $(LINT)

bench:
	$(GO) test -tags ci -run '^$$' -bench . -benchmem ./...

long:
	$(GO) test -timeout 1h ./export ./model/store/... -long -v -run "Growth|Damage|Kill|Power|Injected|Trap|Large"

fuzz:
	@for package in $$($(GO) list ./model/... ./fonts ./export/pdf); do
	  for name in $$(grep -oh 'func Fuzz[A-Za-z]*' $$($(GO) list -f '{{.Dir}}' $$package)/*_test.go | cut -c6-); do
	    echo "$$package $$name"
	    $(GO) test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x $$package
	  done
	done

mutants:
	CGO_ENABLED=0 $(GO) run ./.ci/mutants -seed $(SEED) -sample $(SAMPLE) $(PACKAGES)

pictures:
	CGO_ENABLED=0 $(GO) build -o build/nianbao-cli .
	build/nianbao-cli sample -o build/sample.nianbao
	build/nianbao-cli export build/sample.nianbao -o build/digest.pdf --sheet digest --phone 0358-0000000
	pdftoppm -r 72 -gray -png -singlefile build/digest.pdf docs/digest
	build/nianbao-cli export build/sample.nianbao -o build/slips.pdf --sheet slips --phone 0358-0000000
	# 财政所's: the last page but one, without what is blank below its tables.
	pages=$$(pdfinfo build/slips.pdf | sed -n 's/^Pages: *//p')
	pdftoppm -r 72 -gray -png -singlefile -f $$((pages - 1)) -x 0 -y 60 -W 596 -H 560 build/slips.pdf docs/slip

icons:
	version=$$(sed -n 's/^ *Version = "\(.*\)"$$/\1/p' FyneApp.toml)
	cd packaging/windows
	$(GO) run github.com/tc-hib/go-winres@v0.3.3 make --in winres.json --arch amd64,arm64 --out ../../assets/icon --product-version $$version.0 --file-version $$version.0

dist:
	@packaging/dist

clean:
	rm -rf build dist
