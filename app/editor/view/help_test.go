package view

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safety365/app/manuscript"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/page"
)

// light and dark are colours as the window has them.
var light = Colors{
	Paper: rgb(0xffffff), Text: rgb(0x1f2329), Quiet: rgb(0x8a919f), Accent: rgb(0xc7000b), Link: rgb(0x1f5fbf), Mark: rgb(0xb08a3c),
	Selection: rgb(0xcfe2ff), Match: rgb(0xfff0b3), CurrentMatch: rgb(0xffc94d),
	Card: rgb(0xf6f7f9), CardEdge: rgb(0xe1e4ea), Code: rgb(0xf1f2f5), Rule: rgb(0xd5d9e0), Caret: rgb(0x1f5fbf), Number: rgb(0xb4bac4),
	Error: rgb(0xd92d20), Warning: rgb(0xd98a00), Info: rgb(0x2e7dd1), Success: rgb(0x2b8a3e),
}

var dark = Colors{
	Paper: rgb(0x1e2024), Text: rgb(0xe3e5e8), Quiet: rgb(0x8d939e), Accent: rgb(0xff6b61), Link: rgb(0x7fb2ff), Mark: rgb(0xc9a862),
	Selection: rgb(0x2f4a75), Match: rgb(0x5a4a1a), CurrentMatch: rgb(0x8a6d15),
	Card: rgb(0x26292f), CardEdge: rgb(0x3a3e46), Code: rgb(0x2a2d33), Rule: rgb(0x454a53), Caret: rgb(0x7fb2ff), Number: rgb(0x5b616b),
	Error: rgb(0xff6b61), Warning: rgb(0xe6a53a), Info: rgb(0x6aa9f0), Success: rgb(0x63c174),
}

func rgb(hex int) page.Color {
	return page.Color{Space: page.Gray, R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex)}
}

// written is a View with the parser that a window has beside it.
type written struct {
	*View
	t      testing.TB
	parser bulletins.Parser
	state  State
}

func write(t testing.TB, text string) *written {
	w := &written{View: New(), t: t}
	w.strict = true
	w.state = State{Width: 760 * page.Pt, Size: 16 * page.Pt, Colors: light, Active: true, Match: -1, Name: nameOf}
	w.text(text)
	return w
}

func nameOf(directive string) string {
	return map[string]string{"callout": "要点框", "quote": "引语", "pagebreak": "分页", "toc": "目录", "table": "表格", "signature": "落款"}[directive]
}

// text shows another text.
func (w *written) text(text string) {
	w.state.Document = w.parser.Parse("-", text, kinds.Schema())
	w.caret(w.state.Selection.Caret)
}

// caret puts the caret at an offset.
func (w *written) caret(offset int) {
	offset = min(offset, len(w.state.Document.Text))
	w.state.Selection = manuscript.At(offset)
	w.Set(w.state)
}

// shown returns what is shown, a piece a line: cells as text, | for the caret's places
// where something is hidden.
func (w *written) shown() string {
	var b strings.Builder
	for i := range w.units {
		for j := range w.units[i].column.pieces {
			p := &w.units[i].column.pieces[j]
			if p.lead != "" {
				b.WriteString("{" + strings.TrimSpace(p.lead) + "}")
			}
			for k := range p.cells {
				switch c := &p.cells[k]; {
				case c.kind == breakCell:
					b.WriteString("⏎")
				case c.kind == pictureCell:
					b.WriteString("[" + c.text + "]")
				default:
					b.WriteString(c.text)
				}
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// stops returns all places of the caret in order.
func (w *written) stops() []int {
	var out []int
	for i := range w.units {
		for j := range w.units[i].column.pieces {
			p := &w.units[i].column.pieces[j]
			for k := 0; k <= len(p.cells); k++ {
				out = append(out, w.units[i].start+p.stop(k))
			}
		}
	}
	return out
}

// corpus returns the sample documents and others that there are.
func corpus(t testing.TB) map[string]string {
	out := map[string]string{}
	for _, pattern := range []string{"../../../assets/samples/*.md", "../../../bulletins/testdata/*.txt", "/work/shared/seeds/*.txt"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.Base(name)] = string(data)
		}
	}
	return out
}
