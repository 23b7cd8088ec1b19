package press

import (
	"bytes"
	"context"
	"io"
	"testing"

	"safety365/assets"
	"safety365/bulletins/kinds"
)

// TestContactSheet: it shows every kind in every language in which it exists.
func TestContactSheet(t *testing.T) {
	want := 0
	for _, name := range kinds.Names() {
		k, _ := kinds.Lookup(name)
		for _, lang := range assets.Languages {
			if k.In(lang) {
				want++
			}
		}
	}
	var out bytes.Buffer
	shown, err := ContactSheet(context.Background(), "en", func(write func(io.Writer) error) error { return write(&out) })
	if err != nil || shown != want || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
		t.Errorf("%d pages of %d, %d bytes: %v", shown, want, out.Len(), err)
	}
}
