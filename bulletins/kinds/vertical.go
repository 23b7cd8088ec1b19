package kinds

import (
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

var verticalAttrs = fieldsOf{
	"height":  text, // of the lines: 12em, 60mm
	"place":   choice("left", "center", "right"),
	"frame":   choice("rule", "fill"),
	"balance": truth, // lines about equally long
}

// verticalRoles are the roles of vertical frames by what stands round or behind them.
var verticalRoles = map[string]string{"rule": "verticalrule", "fill": "verticalfill"}

// vertical makes a frame whose lines run from top to bottom.
func (m *maker) vertical(d *bulletins.Directive, at place) []layout.Block {
	role := verticalRoles[d.Attrs.Get("frame")]
	if role == "" {
		role = "vertical"
	}
	v := &layout.Vertical{Style: m.styles.theme.Style(role), Tag: page.RoleSect, Place: themes.Center, Blocks: m.framed(role, d.Blocks, at)}
	if len(v.Blocks) == 0 {
		return nil
	}
	if value := d.Attrs.Get("height"); value != "" {
		if length, ok := themes.ParseLength(value); ok && length.N > 0 {
			v.Height = length.Of(v.Style.Size)
		} else {
			m.report(bulletins.Warning, "vertical-height", attrRange(d, "height"), "value", value)
		}
	}
	if a, ok := cellAligns[d.Attrs.Get("place")]; ok && a != themes.Justify {
		v.Place = a
	}
	v.Even, _ = bulletins.ParseBool(d.Attrs.Get("balance"))
	return []layout.Block{v}
}
