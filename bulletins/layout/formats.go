package layout

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"safety365/bulletins/paragraph"
	"safety365/fonts"
	"safety365/themes"
)

// formats keeps the formats of a theme, so that each is one pointer and its fonts
// are looked up once. It may be used from any goroutine.
type formats struct {
	m   sync.Map
	of  sync.Map                 // variants of styles, see [formats.variant]
	own map[string][]*fonts.Face // the user's fonts by role
}

// newFormats finds the fonts that a theme names beside the bundled ones.
func newFormats(t *themes.Theme) (*formats, []Problem) {
	f := &formats{own: map[string][]*fonts.Face{}}
	var problems []Problem
	for _, role := range slices.Sorted(maps.Keys(t.Fonts)) {
		for _, name := range t.Fonts[role] {
			face, err := fonts.Bundled(name)
			code := ""
			if err != nil {
				face, err = fonts.System(name)
				code = "font-system"
			}
			switch {
			case errors.Is(err, fs.ErrNotExist):
				code = "font-not-found"
			case err != nil:
				code = "font-refused"
			default:
				f.own[role] = append(f.own[role], face)
			}
			if code != "" {
				problems = append(problems, Problem{Code: code, Block: -1, Offset: -1, Args: map[string]string{"font": name, "role": role}})
			}
		}
	}
	return f, problems
}

// family returns the chain of faces of a role, the user's own first.
func (f *formats) family(role, instead string, style fonts.Style, lang string) *fonts.Family {
	family, err := fonts.Lookup(role, style, lang)
	if err != nil {
		family, _ = fonts.Lookup(instead, style, lang)
	}
	if own := f.own[role]; len(own) > 0 {
		return family.Before(own)
	}
	return family
}

type formatKey struct {
	style *themes.Style
	lang  string
	code  bool
	// formula is set for the pieces of formulas.
	formula bool
	// literal text is set in columns.
	literal bool
}

func (f *formats) get(t *themes.Theme, key formatKey) *paragraph.Format {
	if v, ok := f.m.Load(key); ok {
		return v.(*paragraph.Format)
	}
	s := key.style
	style := fonts.Style{Bold: s.Bold, Italic: s.Italic}
	format := &paragraph.Format{
		Han: f.family(s.Font, "song", style, key.lang), Latin: f.family(s.Latin, "latin-serif", style, key.lang), Size: s.Size, Color: s.Color, Lang: key.lang, Tracking: s.Tracking, Cell: s.Cell,
		Features: s.Features, Rise: s.Raise, Strike: s.Strike, Underline: s.Underline, Fill: s.Box.Fill, Code: key.code, Formula: key.formula, Literal: key.literal, Capitals: s.Capitals,
		Sign: map[string]paragraph.Sign{"dots": paragraph.Dots, "name": paragraph.NameLine, "book": paragraph.BookLine}[s.Sign],
	}
	v, _ := f.m.LoadOrStore(key, format)
	return v.(*paragraph.Format)
}
