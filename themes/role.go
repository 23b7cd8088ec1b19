package themes

import (
	"reflect"
	"safety365/bulletins/page"
	"slices"
	"strings"
)

// maxLike bounds chains of like, and of extends.
const maxLike = 16

// Bounds of a size of type.
const (
	leastSize = page.Pt / 2
	mostSize  = 1000 * page.Pt
)

// resolveStyles makes the style of every role.
func (t *Theme) resolveStyles(r *report) {
	first := &Style{Size: 10*page.Pt + page.Pt/2}
	body := t.source.at("styles", "body")
	if body != nil && body.kind != mapping {
		body = nil
	}
	if like := body.child("like"); like != nil && like.kind == scalar {
		r.node(like, "theme-like-cycle", "cycle", "body → "+like.text+" → body")
	}
	t.styles["body"] = t.derive("body", first, body.without("like"), r)
	for _, role := range t.Roles() {
		t.role(role, nil, r)
	}
}

// role resolves a role after the one it is like: body, if it does not say.
func (t *Theme) role(role string, seen []string, r *report) *Style {
	if s := t.styles[role]; s != nil {
		return s
	}
	own := t.source.at("styles", role)
	parent := t.styles["body"]
	if like := own.child("like"); like != nil && like.kind == scalar {
		chain := append(slices.Clone(seen), role)
		switch {
		case slices.Contains(chain, like.text):
			r.node(like, "theme-like-cycle", "cycle", strings.Join(append(chain[slices.Index(chain, like.text):], like.text), " → "))
		case t.source.at("styles", like.text) == nil:
			r.node(like, "theme-like", "value", like.text, "nearest", Nearest(like.text, t.Roles()), "known", strings.Join(t.Roles(), ", "))
		case len(chain) > maxLike:
			r.node(like, "theme-like-depth", "limit", "16")
		default:
			parent = t.role(like.text, chain, r)
		}
	}
	s := t.derive(role, parent, own.without("like"), r)
	t.styles[role] = s
	return s
}

// stated returns what a role and those it is like state, body left out.
func (t *Theme) stated(role string) *node {
	var out *node
	for range maxLike {
		own := t.source.at("styles", role)
		if own == nil || own.kind != mapping || role == "body" {
			break
		}
		out = merge(own.without("like"), out)
		role = ""
		if like := own.child("like"); like != nil {
			role = like.text
		}
	}
	return out
}

// derive makes a style of what a parent's came from and what is stated over it.
func (t *Theme) derive(role string, parent *Style, own *node, r *report) *Style {
	if own != nil && own.kind != mapping {
		own = nil
	}
	n := merge(t.nodes[parent], own)
	if n == nil {
		n = &node{kind: mapping}
	}
	var s styleSpec
	decode(n, reflect.ValueOf(&s).Elem(), "", nil)
	em := parent.Size
	if size := own.child("size"); size != nil && size.kind == scalar {
		em = s.Size.Of(parent.Size)
		if em < leastSize || em > mostSize {
			r.node(size, "theme-size", "value", size.text)
			em = min(max(em, leastSize), mostSize)
		}
	}
	leading := s.Leading.Of(em)
	if leading <= 0 {
		leading = em.MulDiv(3, 2)
	}
	color := func(name string, path ...string) page.Color {
		// An inherited name has been reported where it was inherited from.
		return t.colorAt(name, own.at(path...), r)
	}
	b := s.Box
	style := &Style{
		Role: role, Font: string(s.Font), Latin: string(s.Latin), Bold: s.Bold, Italic: s.Italic,
		Size: em, Leading: leading, Indent: s.Indent.Of(em), Left: s.Left.Of(em), Right: s.Right.Of(em),
		Before: s.Before.Of(em), After: s.After.Of(em), Align: s.Align, Color: color(s.Color, "color"),
		Tracking: s.Tracking.Of(em), Raise: s.Raise.Of(em), Underline: s.Underline, Strike: s.Strike, Sign: s.Sign.value(),
		KeepNext: s.KeepNext, KeepTogether: s.KeepTogether, KeepPrevious: s.KeepPrevious, Hyphens: s.Hyphens, Features: string(s.Features),
		SmallCaps: s.Caps == "small", Balance: s.Balance, Drop: int(s.Drop),
		Box: Box{Fill: color(b.Fill, "box", "fill"), Border: color(b.Border, "box", "border"), Width: b.Width.Of(em),
			Bar: color(b.Bar, "box", "bar"), BarSize: b.BarSize.Of(em), Above: color(b.Above, "box", "above"),
			Below: color(b.Below, "box", "below"), Rule: b.Rule.Of(em), PadX: b.PadX.Of(em), PadY: b.PadY.Of(em)},
	}
	if style.Font == "" {
		style.Font = "song"
	}
	if style.Latin == "" {
		style.Latin = "latin-serif"
	}
	if s.Color == "" {
		style.Color = page.Black
	}
	t.nodes[style] = n
	return style
}
