package kinds

import (
	"strconv"
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

func (m *maker) figure(b *bulletins.Figure) layout.Block {
	f := &layout.Figure{
		Style:   m.styles.block("figure", "caption"),
		Picture: m.image(b.URL, b.Alt, b.Title, b.Range),
		Look:    m.styles.theme.Figures,
	}
	switch place := b.Attrs.Get("place"); place {
	case "":
	case "here":
		f.Look.Float = false
	case "left", "right":
		f.Look.Float = false
		f.Side = place
	case "top", "bottom", "page":
		f.Place = place
	case "float":
		f.Look.Float = true
	default:
		m.report(bulletins.Warning, "image-place", b.Range, "value", place)
	}
	style := m.styles.theme.Style("caption")
	if inlines := m.inlines(b.Caption, style); len(inlines) > 0 {
		inlines = m.captioned(figureCaption, inlines, bulletins.PlainText(b.Caption))
		f.Caption = &layout.Text{Style: style, Inlines: inlines, Tag: page.RoleCaption, Lang: m.scene.lang, ID: b.Attrs.Get("id")}
	}
	if width := b.Attrs.Get("width"); width != "" {
		if f.Width, f.Share = m.width(width); f.Width == 0 && f.Share == 0 {
			m.report(bulletins.Warning, "image-width", b.Range, "value", width)
		}
	}
	return f
}

// width reads 60% or a length such as 80mm.
func (m *maker) width(value string) (page.Length, int) {
	if digits, ok := strings.CutSuffix(strings.TrimSpace(value), "%"); ok {
		if share, err := strconv.Atoi(digits); err == nil && share >= 1 && share <= 100 {
			return 0, share
		}
		return 0, 0
	}
	if length, ok := themes.ParseLength(value); ok && length.N > 0 {
		return length.Of(m.styles.body.Size), 0
	}
	return 0, 0
}
