module safety365

go 1.26.0

require (
	github.com/go-text/typesetting v0.3.3
	github.com/klauspost/compress v1.18.0
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/phpdave11/gofpdi v1.0.14-0.20211212211723-1f10f9844311 // indirect
	github.com/pkg/errors v0.8.1 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/rogpeppe/go-internal v1.16.0
	github.com/schollz/progressbar/v3 v3.19.1
	github.com/signintech/gopdf v0.33.0
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.0.9
	github.com/yuin/goldmark v1.8.7
	golang.org/x/image v0.47.0
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/term v0.47.0
	golang.org/x/tools v0.26.0 // indirect
	gopkg.in/yaml.v3 v3.0.1
)

// v0.3.4 and v0.3.5 skip glyphs of range coverages (harfbuzz/set_digest.go), so
// that vertical Chinese forms are lost; held until upstream is mended.
replace github.com/go-text/typesetting => github.com/go-text/typesetting v0.3.3
