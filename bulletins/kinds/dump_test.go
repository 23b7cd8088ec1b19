package kinds

import (
	"fmt"
	"slices"
	"strings"

	"safety365/bulletins/layout"
	"safety365/themes"
)

// dump writes a flow as text: what the golden files hold.
func dump(f *layout.Flow) string {
	d := dumper{notes: map[*layout.Note]bool{}}
	d.line("info %q author %q subject %q keywords %q lang %s date %s draft %v", f.Info.Title, f.Info.Author, f.Info.Subject,
		f.Info.Keywords, f.Info.Language, f.Info.Date.Format("2006-01-02T15:04:05"), f.Info.Draft)
	if f.Mark != "" {
		d.line("mark %q", f.Mark)
	}
	var fields []string
	for name, value := range f.Fields {
		if value != "" {
			fields = append(fields, fmt.Sprintf("%s=%q", name, value))
		}
	}
	slices.Sort(fields)
	d.line("fields %s", strings.Join(fields, " "))
	for i, b := range f.Blocks {
		d.prefix = fmt.Sprintf("%3d ", f.Sources[i])
		d.block(b)
	}
	d.ends(f)
	return d.b.String()
}

type dumper struct {
	b      strings.Builder
	prefix string
	depth  int
	notes  map[*layout.Note]bool
}

func (d *dumper) line(format string, args ...any) {
	d.b.WriteString(strings.TrimRight(d.prefix+strings.Repeat("  ", d.depth)+fmt.Sprintf(format, args...), " ") + "\n")
}

func (d *dumper) inner(blocks ...layout.Block) {
	prefix := d.prefix
	d.prefix, d.depth = strings.Repeat(" ", len(prefix)), d.depth+1
	for _, b := range blocks {
		d.block(b)
	}
	d.prefix, d.depth = prefix, d.depth-1
}

func (d *dumper) block(b layout.Block) {
	switch b := b.(type) {
	case *layout.Text:
		d.text("text", b)
	case *layout.Frame:
		word := "frame " + style(b.Style)
		if b.Tag != "" {
			word += " " + string(b.Tag)
		}
		if b.Tone != nil {
			word += " toned"
		}
		if b.Ordered {
			word += " ordered"
		}
		if b.Natural {
			word += fmt.Sprintf(" natural %d", b.Place)
		}
		d.line("%s", word)
		d.inner(b.Blocks...)
	case *layout.Item:
		d.line("item %s", []string{"", "open", "done"}[b.Task])
		if b.Label != nil {
			d.depth++
			d.text("label", b.Label)
			d.depth--
		}
		d.inner(b.Blocks...)
	case *layout.Table:
		d.line("table %s %s%s", style(b.Style), columns(b.Columns), asked(b))
		d.depth++
		if b.Caption != nil {
			d.text("caption", b.Caption)
		}
		if b.Continued != nil {
			d.text("continued", b.Continued)
		}
		d.rows("head", b.Head)
		d.rows("row", b.Rows)
		d.rows("foot", b.Foot)
		d.depth--
	case *layout.Figure:
		d.line("figure %s %s width %v share %d %s%s%s", style(b.Style), shown(&b.Picture), b.Width, b.Share, b.Side, b.Place, tall(b))
		if b.Caption != nil {
			d.inner(b.Caption)
		}
	case *layout.Divider:
		d.line("divider %s %q rule %v", style(b.Style), b.Look.Text, b.Look.Rule.Width)
	case *layout.Turn:
		d.line("turn")
		d.inner(b.Blocks...)
	case *layout.Columns:
		d.line("columns %d gap %v rule %v", b.Count, b.Gap, b.Rule.Width)
		d.inner(b.Blocks...)
	case *layout.Aside:
		d.line("aside %v", b.Note.Side)
		d.inner(b.Note.Blocks...)
	case *layout.Across:
		d.line("across")
		d.inner(b.Blocks...)
	case *layout.ColumnBreak:
		d.line("column break")
	case *layout.Break:
		d.line("break")
	default:
		d.staged(b)
	}
}

func (d *dumper) text(word string, t *layout.Text) {
	word += " " + style(t.Style)
	if t.Tag != "" {
		word += " " + string(t.Tag)
	}
	if t.Outline > 0 {
		word += fmt.Sprintf(" outline %d", t.Outline)
	}
	if t.ID != "" {
		word += " #" + t.ID
	}
	if t.Drop > 0 {
		word += fmt.Sprintf(" drop %d", t.Drop)
	}
	if t.Literal {
		word += " literal"
	}
	if f := t.Fit; f != nil {
		word += fmt.Sprintf(" fit %v to %v, %d lines, %v", f.Least, f.Most, f.Lines, f.Height)
	}
	if t.Spread {
		word += " spread"
	}
	d.line("%s: %s", word, inlines(t))
	for i := range t.Inlines {
		if n := t.Inlines[i].Note; n != nil && !d.notes[n] {
			d.notes[n] = true
			d.depth++
			d.line("note %q id %s back %s", n.Label, n.ID, n.Back)
			d.inner(n.Blocks...)
			d.depth--
		}
	}
}

func (d *dumper) rows(word string, rows []layout.TableRow) {
	for _, r := range rows {
		var cells []string
		for _, c := range r.Cells {
			word := style(c.Text.Style)
			if c.ColSpan > 0 {
				word += fmt.Sprintf(" %d×%d", c.ColSpan, c.RowSpan)
			}
			cells = append(cells, word+" "+inlines(c.Text))
		}
		d.line("%s %s", word, strings.Join(cells, " | "))
	}
}

func style(s *themes.Style) string {
	if s == nil {
		return "-"
	}
	out := s.Role
	if s.KeepNext {
		out += "+"
	}
	return out
}

// asked writes what a table asks for beside what is usual.
func asked(t *layout.Table) string {
	out := ""
	if t.Measure != (layout.TableWidth{}) {
		out += fmt.Sprintf(" width %v/%d%%/%v", t.Measure.Length, t.Measure.Share, t.Measure.Natural)
	}
	if t.Place == themes.Left || t.Place == themes.Right {
		out += " " + t.Place.String()
	}
	if t.TurnHeads {
		out += " turned heads"
	}
	if t.Scale > 0 {
		out += fmt.Sprintf(" scale %d", t.Scale)
	}
	if t.Valign != "" {
		out += " " + t.Valign
	}
	if t.ID != "" {
		out += " #" + t.ID
	}
	return out
}

func columns(cs []layout.Column) string {
	var b strings.Builder
	for _, c := range cs {
		word := "-"
		if c.Stated {
			word = c.Align.String()[:1]
		}
		if c.Decimal {
			word += "."
		}
		if c.Length > 0 || c.Share > 0 || c.Part > 0 || c.Valign != "" {
			word += fmt.Sprintf("(%v %d%% %d‰ %s)", c.Length, c.Share, c.Part, c.Valign)
		}
		b.WriteString(word)
	}
	return b.String()
}

func shown(p *layout.Picture) string {
	if p.Source == nil {
		return fmt.Sprintf("PICTURE(alt %q missing %q)", p.Alt, p.Missing)
	}
	return fmt.Sprintf("PICTURE(alt %q %s %d×%d)", p.Alt, p.Source.Format, p.Source.Width, p.Source.Height)
}
