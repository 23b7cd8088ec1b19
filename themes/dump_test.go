package themes

import (
	"fmt"
	"safety365/bulletins/page"
	"strings"
)

// dump writes a resolved theme as text: what the golden files hold.
func dump(t *Theme) string {
	var b strings.Builder
	p := t.Page
	fmt.Fprintf(&b, "page %v top %v bottom %v inner %v outer %v bleed %v mirror %v header %v footer %v\n", p.Size, p.Top, p.Bottom, p.Inner, p.Outer, p.Bleed, p.Mirror, p.HeaderAt, p.FooterAt)
	a := t.Area(1)
	fmt.Fprintf(&b, "area %v %v %v×%v\ntypeset %+v\n", a.X, a.Y, a.W, a.H, t.Typeset)
	for _, name := range t.Colors() {
		fmt.Fprintf(&b, "color %s %s\n", name, ink(t.Color(name)))
	}
	for _, role := range t.Roles() {
		fmt.Fprintf(&b, "%s\n", line(t.Style(role)))
	}
	for _, name := range []string{"strong", "emphasis", "codespan", "sup", "sub", "link"} {
		s := t.Inline(name, t.Style("quote"))
		fmt.Fprintf(&b, "quote>%s\n", line(s))
	}
	for n := 1; n <= 3; n++ {
		fmt.Fprintf(&b, "page %d of 3: %q %q\n", n, t.Furniture.Header.At(n, 3, p.Mirror), t.Furniture.Footer.At(n, 3, p.Mirror))
	}
	fmt.Fprintf(&b, "rule %s\nlists %q %q %v %v\n", rule(t.Furniture.Rule), t.Lists.Bullets, t.Lists.Numbers, t.Lists.Indent, t.Lists.Gap)
	g := t.Tables
	fmt.Fprintf(&b, "tables %v %v %v %v %s fill %s stripe %s pad %v %v caption %s %v valign %s %s span %v rows %d continued %v\n", g.Frame, g.Head, g.Row, g.Column, ink(g.Color), ink(g.Fill), ink(g.Stripe), g.PadX, g.PadY, g.Caption, g.Gap, g.Valign, g.HeadValign, g.Span, g.Rows, g.Continued)
	fmt.Fprintf(&b, "figures %s %v\nfootnotes %s gap %v %s %s\n", t.Figures.Caption, t.Figures.Gap, rule(t.Footnotes.Rule), t.Footnotes.Gap, t.Footnotes.Marks, t.Footnotes.Restart)
	fmt.Fprintf(&b, "columns %v %s\ndivider %q %s\n", t.Columns.Gap, rule(t.Columns.Rule), t.Divider.Text, rule(t.Divider.Rule))
	for _, name := range []string{"info", "success", "warning", "danger"} {
		o := t.Tone(name)
		fmt.Fprintf(&b, "tone %s fill %s border %s bar %s title %s\n", name, ink(o.Fill), ink(o.Border), ink(o.Bar), ink(o.Title))
	}
	return b.String()
}

func line(s *Style) string {
	out := fmt.Sprintf("%s: %s/%s %v/%v %v %s", s.Role, s.Font, s.Latin, s.Size, s.Leading, s.Align, ink(s.Color))
	for _, v := range []struct {
		name string
		l    page.Length
	}{{"indent", s.Indent}, {"left", s.Left}, {"right", s.Right}, {"before", s.Before}, {"after", s.After}, {"tracking", s.Tracking}, {"raise", s.Raise}} {
		if v.l != 0 {
			out += fmt.Sprintf(" %s %v", v.name, v.l)
		}
	}
	for _, v := range []struct {
		name string
		on   bool
	}{{"bold", s.Bold}, {"italic", s.Italic}, {"underline", s.Underline}, {"strike", s.Strike}, {"keep-next", s.KeepNext}, {"keep-together", s.KeepTogether}, {"hyphens", s.Hyphens}, {"balance", s.Balance}} {
		if v.on {
			out += " " + v.name
		}
	}
	if b := s.Box; !b.None() {
		out += fmt.Sprintf(" box[fill %s border %s %v bar %s %v above %s below %s %v pad %v %v]", ink(b.Fill), ink(b.Border), b.Width, ink(b.Bar), b.BarSize, ink(b.Above), ink(b.Below), b.Rule, b.PadX, b.PadY)
	}
	return out
}

func rule(r Rule) string { return fmt.Sprintf("[%v %v %v %s]", r.Width, r.Length, r.Gap, ink(r.Color)) }

func ink(c page.Color) string {
	look := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	switch c.Space {
	case page.Gray:
		return fmt.Sprintf("K%d%s", c.Inks[3], look)
	case page.CMYK:
		return fmt.Sprintf("%d/%d/%d/%d%s", c.Inks[0], c.Inks[1], c.Inks[2], c.Inks[3], look)
	case page.Spot:
		return fmt.Sprintf("%s@%d(%v)%s", c.Spot, c.Inks[0], c.Alt, look)
	}
	return "-"
}
