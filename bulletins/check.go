package bulletins

import (
	"maps"
	"slices"
	"strings"
)

// checkBlockDirective compares a directive with its rule and its form.
func (c *converter) checkBlockDirective(n *directiveNode) {
	opening := c.lineOf(n.start)
	opening.Start = n.start
	if !n.closed && !n.empty {
		end := c.endOf(n)
		c.report(note(Error, "directive-unclosed", opening, "directive", n.name).
			fixed(Range{end, end}, "\n"+strings.Repeat(":", n.colons)))
	}
	if n.rest.End > 0 {
		c.report(note(Error, "directive-text", n.rest.shifted(n.start), "directive", n.name,
			"text", c.src[n.start+n.rest.Start:n.start+n.rest.End]))
	}
	name := n.nameAt.shifted(n.start)
	if n.name == "" {
		name = opening
	}
	rule, known := c.rule(n.name, name)
	if known && !rule.Block {
		c.report(note(Error, "directive-inline-only", name, "directive", n.name))
	}
	c.checkAttrs(n.name, n.list.shifted(n.start), name, rule, known)
}

// checkInlineDirective does the same for one inside a line.
func (c *converter) checkInlineDirective(n *directedNode) {
	name := Range{n.at.Start, n.at.Start + len(":") + len(n.name)}
	rule, known := c.rule(n.name, name)
	if known && !rule.Inline {
		c.report(note(Error, "directive-block-only", name, "directive", n.name))
	}
	c.checkAttrs(n.name, n.list, name, rule, known)
}

// rule looks up a directive's rule and reports when there is none.
func (c *converter) rule(name string, at Range) (DirectiveRule, bool) {
	if c.schema == nil {
		return DirectiveRule{}, false
	}
	rule, ok := c.schema.Directives[name]
	if !ok {
		code := "directive-unknown"
		if name == "" {
			code = "directive-nameless"
		}
		c.report(note(Error, code, at, "directive", name, "suggestion", nearest(name, slices.Sorted(maps.Keys(c.schema.Directives)))))
	}
	return rule, ok
}

// checkAttrs checks the form of attributes, and their names and values if there is
// a rule for them.
func (c *converter) checkAttrs(directive string, list attrList, at Range, rule DirectiveRule, known bool) {
	if list.wide {
		text := c.src[list.at.Start:min(list.at.End, len(c.src))]
		c.report(note(Warning, "braces-full-width", list.at, "directive", directive).
			fixed(list.at, strings.NewReplacer(wideOpen, "{", wideClose, "}", "＝", "=").Replace(text)))
	}
	if list.open {
		end := Range{list.at.End, list.at.End}
		c.report(note(Error, "attributes-unclosed", list.at, "directive", directive).fixed(end, "}"))
	}
	if !known {
		return
	}
	for _, attr := range list.attrs {
		c.checkAttr(directive, attr, rule)
	}
	for _, key := range slices.Sorted(maps.Keys(rule.Attrs)) {
		if rule.Attrs[key].Required && list.attrs.Get(key) == "" {
			c.report(note(Error, "attribute-missing", at, "directive", directive, "attribute", key))
		}
	}
}

func (c *converter) checkAttr(directive string, attr Attr, rule DirectiveRule) {
	if attr.Key == "" {
		if !rule.Bare {
			d := note(Warning, "word-unexpected", attr.Range, "directive", directive, "word", attr.Value)
			if strings.Contains(attr.Value, "＝") {
				d = d.fixed(attr.Range, strings.Replace(attr.Value, "＝", "=", 1))
			}
			c.report(d)
		}
		return
	}
	field, ok := rule.Attrs[attr.Key]
	switch {
	case !ok && (attr.Key == "id" || attr.Key == "class"):
	case !ok:
		c.report(note(Warning, "attribute-unknown", attr.Range, "in", directive, "attribute", attr.Key,
			"suggestion", nearest(attr.Key, slices.Sorted(maps.Keys(rule.Attrs)))))
	default:
		if problem := field.problem(attr.Value); problem != "" {
			d := note(Error, "attribute-"+problem, attr.Range, "directive", directive, "attribute", attr.Key, "value", attr.Value)
			if problem == "choice" {
				d.Args["choices"] = strings.Join(field.Choices, ", ")
				d.Args["suggestion"] = nearest(attr.Value, field.Choices)
			}
			c.report(d)
		}
	}
}
