package kinds

import (
	"fmt"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// TestPhotos: how pictures are grouped in rows, and what is said of their number.
func TestPhotos(t *testing.T) {
	for n, want := range map[int]string{1: "[1] photos-count", 2: "[2] ", 3: "[3] ", 4: "[2 2] ", 5: "[3 2] ", 6: "[3 3] ", 7: "[3 3 1] photos-count", 0: "[] photos-count"} {
		text := "---\nlang: zh-Hans\ntitle: 一\n---\n\n::: photos {caption=现场}\n" + strings.Repeat("![甲](none.png)\n\n", n) + ":::\n"
		flow, found := compose(t, text)
		var rows []int
		for _, b := range flow.Blocks {
			if f, ok := b.(*layout.Frame); ok {
				for _, b := range f.Blocks {
					if r, ok := b.(*layout.Row); ok {
						rows = append(rows, len(r.Cells))
					}
				}
			}
		}
		said := ""
		for _, d := range found {
			if strings.HasPrefix(d.Code, "photos") {
				said += d.Code
			}
		}
		if got := fmt.Sprint(rows, " ", said); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// TestQR: a code is drawn with its quiet border, and what cannot be one is said. That it
// can be read was tried with zbarimg.
func TestQR(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.org/a":   "",
		"安全365":                   "",
		"":                        "qr-empty",
		strings.Repeat("安", 2000): "qr-too-long",
		strings.Repeat("安", 300):  "qr-small",
	} {
		flow, found := compose(t, "---\nlang: zh-Hans\ntitle: 一\n---\n\n::: qr {text=\""+text+"\"}\n:::\n")
		var codes []string
		for _, d := range found {
			if d.Severity > bulletins.Info {
				codes = append(codes, d.Code)
			}
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%.20s: %s, want %s", text, got, want)
		}
		for _, b := range flow.Blocks {
			if d, ok := b.(*layout.Drawing); ok {
				path := d.Items[0].(*page.Path)
				if first := path.Segments[0].P[0]; first.X < d.Size.W/50 || len(path.Segments) < 500 || d.Alt == "" {
					t.Errorf("%.20s: %d segments from %v, %s", text, len(path.Segments), first, d.Alt)
				}
			}
		}
	}
}
