package themes

type inlineKey struct {
	role   string
	within Style
}

// Inline returns the style of text of an inline role (strong, emphasis, sup …)
// that stands in text of another style: what the role and those it is like state
// goes over that style, and em in its size is the em of that style. Only what
// concerns characters changes; the leading stays. The pointer is the same each
// time. A role that the theme does not have gives within.
func (t *Theme) Inline(role string, within *Style) *Style {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := inlineKey{role, *within}
	if s, ok := t.inline[key]; ok {
		return s
	}
	if t.styles[role] == nil || t.unknown[role] {
		t.unknown[role] = true
		t.inline[key] = within
		return within
	}
	own := t.stated(role)
	stated := t.derive(role, &Style{Size: within.Size}, own, nil)
	s := *within
	s.Role = role
	for _, k := range own.names() {
		switch k {
		case "font":
			s.Font = stated.Font
		case "latin":
			s.Latin = stated.Latin
		case "bold":
			s.Bold = stated.Bold
		case "italic":
			s.Italic = stated.Italic
		case "size":
			if s.Size = stated.Size; s.Size != within.Size {
				s.Cell = 0
			}
		case "color":
			s.Color = stated.Color
		case "tracking":
			s.Tracking = stated.Tracking
		case "raise":
			s.Raise = within.Raise + stated.Raise
		case "underline":
			s.Underline = stated.Underline
		case "strike":
			s.Strike = stated.Strike
		case "sign":
			s.Sign = stated.Sign
		case "hyphens":
			s.Hyphens = stated.Hyphens
		case "features":
			s.Features = stated.Features
		case "caps":
			s.SmallCaps = stated.SmallCaps
		case "box":
			s.Box = stated.Box
		}
	}
	t.inline[key] = &s
	return &s
}
