package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// weight is how much text an element holds.
type weight struct {
	text  int  // characters outside links
	links int  // characters in links
	count int  // links
	block bool // it holds elements that are blocks
}

// blocks are elements that stand by themselves, not in a line.
var blocks = set(`address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure
	footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption`)

// silent are elements whose text is for no reader.
var silent = set(`script style template head title meta link base noframes xml svg math`)

// survey numbers and weighs all nodes.
func (p *page) survey(doc *html.Node) error {
	count := 0
	var err error
	var visit func(n *html.Node, depth int, link bool) weight
	visit = func(n *html.Node, depth int, link bool) weight {
		if count++; count > MaxNodes {
			err = ErrTooMany
		}
		if depth > MaxDepth {
			err = ErrTooDeep
		}
		if err != nil {
			return weight{}
		}
		p.place[n] = count
		var w weight
		switch {
		case n.Type == html.TextNode:
			letters := 0
			for _, c := range n.Data {
				if !unicode.IsSpace(c) {
					letters++
				}
			}
			if link {
				return weight{links: letters}
			}
			return weight{text: letters}
		case n.Type == html.ElementNode && silent[n.Data]:
			return w
		case n.Data == "a" && attr(n, "href") != "":
			w.count, link = 1, true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			k := visit(c, depth+1, link)
			w.text, w.links, w.count = w.text+k.text, w.links+k.links, w.count+k.count
			w.block = w.block || k.block || isBlock(c)
		}
		p.weights[n] = w
		return w
	}
	visit(doc, 0, false)
	return err
}

func isBlock(n *html.Node) bool { return n.Type == html.ElementNode && blocks[n.Data] }

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// css returns a property of an element's own style, in lower case.
func css(n *html.Node, property string) string {
	style := attr(n, "style")
	for style != "" {
		var one string
		one, style, _ = strings.Cut(style, ";")
		if name, value, ok := strings.Cut(one, ":"); ok && strings.EqualFold(strings.TrimSpace(name), property) {
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

// find returns the first element in the order of the page that a function accepts.
func find(n *html.Node, accept func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && accept(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := find(c, accept); found != nil {
			return found
		}
	}
	return nil
}

// textOf returns all text of a node, with spaces between blocks.
func textOf(n *html.Node) string {
	var b strings.Builder
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && silent[n.Data]:
		default:
			if isBlock(n) || n.Data == "br" {
				b.WriteByte(' ')
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				visit(c)
			}
			if isBlock(n) {
				b.WriteByte(' ')
			}
		}
	}
	visit(n)
	return b.String()
}

// squeeze puts a text on one line.
func squeeze(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == '\u200b' || c == '\ufeff' }), " ")
}

// path says where an element stands, its last four steps.
func path(n *html.Node) string {
	var steps []string
	for ; n != nil && len(steps) < 4; n = n.Parent {
		if n.Type != html.ElementNode || n.Data == "html" {
			continue
		}
		step := n.Data
		if id := strings.Fields(attr(n, "id")); len(id) > 0 {
			step += "#" + id[0]
		} else if class := strings.Fields(attr(n, "class")); len(class) > 0 {
			step += "." + class[0]
		}
		steps = append(steps, step)
	}
	slices.Reverse(steps)
	return strings.Join(steps, " > ")
}
