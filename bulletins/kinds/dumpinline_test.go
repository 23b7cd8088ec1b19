package kinds

import (
	"fmt"
	"strings"

	"safety365/bulletins/layout"
	"safety365/themes"
)

func inlines(t *layout.Text) string {
	var out []string
	for i := range t.Inlines {
		out = append(out, inline(&t.Inlines[i]))
	}
	return strings.Join(out, " ")
}

// inline writes a piece as "text"@source{look}.
func inline(l *layout.Inline) string {
	out := fmt.Sprintf("%q", l.Text)
	var look []string
	if l.Break {
		out = "BREAK"
	}
	if l.Fill {
		out = fmt.Sprintf("FILL %q", l.Leader)
	}
	if l.Image != nil {
		out = shown(l.Image)
	}
	if l.Source >= 0 {
		out += fmt.Sprintf("@%d", l.Source)
	}
	if l.Style != nil {
		look = append(look, looks(l.Style))
	}
	if l.Lang != "" {
		look = append(look, "lang "+l.Lang)
	}
	if l.Code {
		look = append(look, "code")
	}
	if l.Link != nil {
		look = append(look, "→"+l.Link.URI+l.Link.Dest)
	}
	if l.Note != nil {
		look = append(look, "note "+l.Note.ID)
	}
	if len(look) > 0 {
		out += "{" + strings.Join(look, ", ") + "}"
	}
	return out
}

// looks writes an inline style: its role and what shows that roles add up.
func looks(s *themes.Style) string {
	out := s.Role
	if s.Bold {
		out += " bold"
	}
	if s.Italic {
		out += " italic"
	}
	if s.Strike {
		out += " strike"
	}
	if s.Raise != 0 {
		out += fmt.Sprintf(" raise %v", s.Raise)
	}
	return out + " " + s.Font
}
