module safety365

go 1.26

require (
	github.com/go-text/typesetting v0.3.3
	github.com/klauspost/compress v1.18.0
)

require golang.org/x/image v0.23.0 // indirect

// v0.3.4 and v0.3.5 skip glyphs of range coverages (harfbuzz/set_digest.go), so
// that vertical Chinese forms are lost; held until upstream is mended.
replace github.com/go-text/typesetting => github.com/go-text/typesetting v0.3.3
