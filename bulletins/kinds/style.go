package kinds

import (
	"safety365/bulletins/page"
	"safety365/themes"
)

// styles hands out the styles of one theme, each derived one only once: layout knows
// styles by their pointers.
type styles struct {
	theme   *themes.Theme
	body    *themes.Style
	inline  map[styleKey]*themes.Style
	derived map[styleKey]*themes.Style
	tones   map[string]*themes.Tone
}

type styleKey struct {
	role   string
	within *themes.Style
}

func newStyles(t *themes.Theme) *styles {
	return &styles{theme: t, body: t.Style("body"), inline: map[styleKey]*themes.Style{},
		derived: map[styleKey]*themes.Style{}, tones: map[string]*themes.Tone{}}
}

// block returns the style of the first role that the theme has: a theme need not
// have the finer ones.
func (s *styles) block(roles ...string) *themes.Style {
	for _, role := range roles[:len(roles)-1] {
		if s.theme.Has(role) {
			return s.theme.Style(role)
		}
	}
	return s.theme.Style(roles[len(roles)-1])
}

// mark returns the style of a piece of text of a role within text of another style.
func (s *styles) mark(role string, within *themes.Style) *themes.Style {
	key := styleKey{role, within}
	style := s.inline[key]
	if style == nil {
		style = s.theme.Inline(role, within)
		s.inline[key] = style
	}
	return style
}

// derive returns what make makes of a style under a name of its own.
func (s *styles) derive(name string, from *themes.Style, change func(*themes.Style)) *themes.Style {
	key := styleKey{name, from}
	style := s.derived[key]
	if style == nil {
		own := *from
		change(&own)
		style = &own
		s.derived[key] = style
	}
	return style
}

// text returns the style of a paragraph of a role among paragraphs of another
// style: that of the role as it is in the open, and inside a box or quotation its
// characters on theirs.
func (s *styles) text(role string, among *themes.Style) *themes.Style {
	open := s.theme.Style(role)
	if among == s.body {
		return open
	}
	return s.derive("text "+role, among, func(own *themes.Style) {
		leading := own.Leading
		*own = *s.mark(role, among)
		own.Role = role
		if own.Size != among.Size {
			leading = open.Leading
		}
		own.Leading = leading
		own.Indent, own.Left, own.Right = open.Indent, open.Left, open.Right
		own.Before, own.After, own.Align = open.Before, open.After, open.Align
		own.KeepNext, own.KeepTogether, own.KeepPrevious, own.Balance = open.KeepNext, open.KeepTogether, open.KeepPrevious, open.Balance
	})
}

// inside returns the style of paragraphs inside a frame of a role. What the frame
// has itself they do not have again: its box, its sides, the space round it. They
// are parted from each other like paragraphs of the body.
func (s *styles) inside(role string, among *themes.Style) *themes.Style {
	return s.derive("inside", s.text(role, among), func(own *themes.Style) {
		own.Box = themes.Box{}
		own.Left, own.Right = 0, 0
		own.Before, own.After = s.body.Before, s.body.After
		own.KeepNext, own.KeepTogether, own.KeepPrevious = false, false, false
	})
}

// spaces returns a frame that has nothing but the space between paragraphs of a
// style; nil if there is none.
func (s *styles) spaces(of *themes.Style) *themes.Style {
	if of.Before == 0 && of.After == 0 {
		return nil
	}
	return s.derive("spaces", of, func(own *themes.Style) {
		*own = themes.Style{Role: of.Role, Size: of.Size, Leading: of.Leading, Before: of.Before, After: of.After}
	})
}

// colored returns a style in another colour; one that paints nothing changes nothing.
func (s *styles) colored(style *themes.Style, name string, c page.Color) *themes.Style {
	if c.Space == page.NoColor {
		return style
	}
	return s.derive("colored "+name, style, func(own *themes.Style) { own.Color = c })
}

// keptNext returns a style that keeps its block with the next.
func (s *styles) keptNext(style *themes.Style) *themes.Style {
	return s.derive("kept", style, func(own *themes.Style) { own.KeepNext = true })
}

// divider returns the style of a break in the text.
func (s *styles) divider() *themes.Style {
	if s.theme.Has("divider") {
		return s.theme.Style("divider")
	}
	return s.derive("divider", s.body, func(own *themes.Style) {
		own.Role, own.Indent, own.Align = "divider", 0, themes.Center
	})
}

func (s *styles) tone(name string) *themes.Tone {
	tone := s.tones[name]
	if tone == nil {
		t := s.theme.Tone(name)
		tone = &t
		s.tones[name] = tone
	}
	return tone
}
