package cli_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// The shape of layout --json, as the package's comment gives it.
type (
	jsonListing struct {
		Pages []jsonPage `json:"pages"`
	}
	jsonPage struct {
		Page   int         `json:"page"`
		Label  string      `json:"label"`
		Width  json.Number `json:"width"`
		Height json.Number `json:"height"`
		Lines  []jsonLine  `json:"lines"`
	}
	jsonLine struct {
		Paragraph int         `json:"paragraph"`
		Role      string      `json:"role"`
		X         json.Number `json:"x"`
		Baseline  json.Number `json:"baseline"`
		Width     json.Number `json:"width"`
		Measure   json.Number `json:"measure"`
		Items     []jsonItem  `json:"items"`
	}
	jsonItem struct {
		Face     string      `json:"face"`
		Size     json.Number `json:"size"`
		Lang     string      `json:"lang"`
		Vertical bool        `json:"vertical"`
		Text     string      `json:"text"`
		Glyphs   []jsonGlyph `json:"glyphs"`
	}
	jsonGlyph struct {
		Text    string      `json:"text"`
		X       json.Number `json:"x"`
		Y       json.Number `json:"y"`
		Advance json.Number `json:"advance"`
	}
)

// listing [TEXT] reads a layout listing from the last command's output, checks its
// shape, and that its lines say TEXT somewhere.
func listing(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile("stdout")
	l, err := readListing(text)
	ts.Check(err)
	said := strings.Contains(l.text(), strings.Join(args, " "))
	if said == neg {
		ts.Fatalf("the listing says %q", l.text())
	}
}

func readListing(text string) (*jsonListing, error) {
	var l jsonListing
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, fmt.Errorf("something follows the listing")
	}
	// What is read and written again is the same, spaces and line ends aside: every
	// key is there, in order.
	again, err := json.Marshal(l)
	if err != nil {
		return nil, err
	}
	plain := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(again))
	if squeezed := strings.ReplaceAll(text, "\n", ""); plain != squeezed {
		return nil, fmt.Errorf("the listing's keys are not as documented")
	}
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			for _, item := range line.Items {
				var b strings.Builder
				for _, g := range item.Glyphs {
					b.WriteString(g.Text)
				}
				if b.String() != item.Text {
					return nil, fmt.Errorf("the glyphs of %q say %q", item.Text, b.String())
				}
			}
		}
	}
	return &l, nil
}

// text joins what all lines say.
func (l *jsonListing) text() string {
	var b strings.Builder
	for _, p := range l.Pages {
		for _, line := range p.Lines {
			for _, item := range line.Items {
				b.WriteString(item.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
