module safety365

go 1.26.0

require (
	github.com/go-text/typesetting v0.3.3
	github.com/klauspost/compress v1.18.0
)

require (
	github.com/phpdave11/gofpdi v1.0.14-0.20211212211723-1f10f9844311 // indirect
	github.com/pkg/errors v0.8.1 // indirect
	github.com/signintech/gopdf v0.33.0 // indirect
	github.com/yuin/goldmark v1.8.7 // indirect
	golang.org/x/image v0.47.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

// v0.3.4 and v0.3.5 skip glyphs of range coverages (harfbuzz/set_digest.go), so
// that vertical Chinese forms are lost; held until upstream is mended.
replace github.com/go-text/typesetting => github.com/go-text/typesetting v0.3.3
