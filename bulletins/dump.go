package bulletins

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Dump returns a document as text, one block or span a line, for tests and for
// looking at. Ranges are offsets in Document.Text.
func Dump(d *Document) string {
	w := dumper{d: d}
	w.line("lang %s", d.Lang)
	for _, key := range d.Meta.Keys {
		w.value(key, d.Meta.Values[key])
	}
	for i, top := range d.Blocks {
		w.base = d.Starts[i]
		w.block(top.Block)
	}
	for _, label := range sortedKeys(d.Notes) {
		w.base = d.NoteStarts[label]
		w.line("note %s", label)
		w.inside(d.Notes[label].Blocks)
	}
	for _, x := range d.Diagnostics {
		p := d.Position(x.Range.Start)
		w.line("%s %s at %d:%d %q%s%s", x.Severity, x.Code, p.Line, p.Column, cut(d.Text, x.Range), dumpArgs(x.Args), dumpFix(d, x.Fix))
	}
	return w.b.String()
}

type dumper struct {
	d     *Document
	b     strings.Builder
	depth int
	base  int
}

func (w *dumper) line(format string, args ...any) {
	w.b.WriteString(strings.Repeat("  ", w.depth))
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

func cut(text string, r Range) string {
	if r.Start < 0 || r.Start > r.End || r.End > len(text) {
		return fmt.Sprintf("BAD RANGE %d-%d", r.Start, r.End)
	}
	const limit = 40
	s := []rune(text[r.Start:r.End])
	if len(s) > limit {
		return string(s[:limit]) + "…"
	}
	return string(s)
}

func dumpArgs(args map[string]string) string {
	var b strings.Builder
	for _, key := range sortedKeys(args) {
		fmt.Fprintf(&b, " %s=%q", key, args[key])
	}
	return b.String()
}

func dumpFix(d *Document, f *Fix) string {
	if f == nil {
		return ""
	}
	return fmt.Sprintf(" fix %q→%q", cut(d.Text, f.Range), f.Text)
}

func (w *dumper) value(key string, v Value) {
	switch {
	case v.Map != nil:
		w.line("meta %s map %q", key, cut(w.d.Text, v.Range))
		w.depth++
		for _, k := range v.Keys {
			w.value(k, v.Map[k])
		}
		w.depth--
	case v.List != nil:
		w.line("meta %s list %q", key, cut(w.d.Text, v.Range))
		w.depth++
		for _, e := range v.List {
			w.value("-", e)
		}
		w.depth--
	default:
		w.line("meta %s = %q from %q", key, v.Text, cut(w.d.Text, v.Range))
	}
}

func (w *dumper) at(r Range) string {
	return strconv.Itoa(r.Start+w.base) + "-" + strconv.Itoa(r.End+w.base)
}

func (w *dumper) inside(blocks []Block) {
	w.depth++
	for _, b := range blocks {
		w.block(b)
	}
	w.depth--
}

func (w *dumper) block(b Block) {
	at := w.at(b.Source())
	switch b := b.(type) {
	case *Heading:
		w.line("heading %d %s id=%q classes=%q", b.Level, at, b.ID, b.Classes)
		w.spans(b.Spans)
	case *Paragraph:
		if b.Level > 0 {
			w.line("paragraph %s level=%d head=%q", at, b.Level, PlainText(b.Spans)[:b.Head])
		} else {
			w.line("paragraph %s", at)
		}
		w.spans(b.Spans)
	case *List:
		kind := "bullet"
		if b.Ordered {
			kind = "ordered from " + strconv.Itoa(b.Start) + string(b.Delim)
		}
		w.line("list %s %s tight=%t", kind, at, b.Tight)
		w.depth++
		for _, item := range b.Items {
			w.line("item %s%s", w.at(item.Range), [...]string{"", " [ ]", " [x]"}[item.Task])
			w.inside(item.Blocks)
		}
		w.depth--
	case *Table:
		w.table(b, at)
	case *Figure:
		w.line("figure %s %q title=%q alt=%q%s", at, b.URL, b.Title, b.Alt, w.attrs(b.Attrs))
		w.spans(b.Caption)
	case *Quote:
		w.line("quote %s", at)
		w.inside(b.Blocks)
	case *Code:
		w.line("code %s %q %q", at, b.Language, b.Text)
	case *Rule:
		w.line("rule %s", at)
	case *DefinitionList:
		w.definitions(b, at)
	case *Directive:
		w.line("directive %s %s%s", b.Name, at, w.attrs(b.Attrs))
		w.inside(b.Blocks)
	default:
		w.line("%T", b)
	}
}

func (w *dumper) table(t *Table, at string) {
	aligns := make([]byte, len(t.Aligns))
	for i, a := range t.Aligns {
		aligns[i] = "-lcr"[a]
	}
	w.line("table %s %s", at, aligns)
	w.depth++
	for i, row := range append([][]Cell{t.Header}, t.Rows...) {
		w.line("row %d", i)
		w.depth++
		for _, cell := range row {
			w.line("cell %s", w.at(cell.Range))
			w.spans(cell.Spans)
		}
		w.depth--
	}
	w.depth--
}

func (w *dumper) definitions(l *DefinitionList, at string) {
	w.line("definitions %s", at)
	w.depth++
	for _, item := range l.Items {
		w.line("definition %s", w.at(item.Range))
		for _, term := range item.Terms {
			w.spans(term)
		}
		for _, description := range item.Descriptions {
			w.line("is")
			w.inside(description)
		}
	}
	w.depth--
}

func (w *dumper) attrs(attrs Attrs) string {
	var b strings.Builder
	for _, a := range attrs {
		fmt.Fprintf(&b, " {%s=%q %s}", a.Key, a.Value, w.at(a.Range))
	}
	return b.String()
}

var spanNames = [...]string{"text", "em", "strong", "strike", "code", "link", "image", "break", "ref", "directed", "formula"}

func (w *dumper) spans(spans []Span) {
	w.depth++
	for i := range spans {
		s := &spans[i]
		source := ""
		if r := s.Range.shifted(w.base); s.Kind != TextSpan || cut(w.d.Text, r) != cut(s.Text, Range{0, len(s.Text)}) {
			source = fmt.Sprintf(" from %q", cut(w.d.Text, r))
		}
		switch s.Kind {
		case TextSpan:
			w.line("%s %q%s", w.at(s.Range), s.Text, source)
		case CodeSpan, Formula:
			w.line("%s %s %q%s", w.at(s.Range), spanNames[s.Kind], s.Text, source)
		case LinkSpan:
			w.line("%s link %q %q%s", w.at(s.Range), s.URL, s.Title, source)
		case ImageSpan:
			w.line("%s image %q %q %q%s%s", w.at(s.Range), s.URL, s.Title, s.Text, w.attrs(s.Attrs), source)
		default:
			w.line("%s %s %s%s%s", w.at(s.Range), spanNames[s.Kind], s.Name, w.attrs(s.Attrs), source)
		}
		w.spans(s.Children)
	}
	w.depth--
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
