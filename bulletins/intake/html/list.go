package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"safety365/bulletins/intake/markdown"
)

// list writes a list; what stands between its items is an item too, so that nothing is
// lost.
func (w *writer) list(n *html.Node) []block {
	if w.inside >= maxIndent {
		return w.flow(n)
	}
	number, counts := 1, n.Data == "ol"
	if start, err := strconv.Atoi(attr(n, "start")); err == nil && start >= 0 && start < 1e8 {
		number = start
	}
	var items []string
	width := 2 // of the last marker
	add := func(blocks []block) {
		if len(blocks) == 0 {
			return
		}
		marker := "- "
		if counts {
			marker = strconv.Itoa(number) + ". "
			number++
		}
		width = len(marker)
		items = append(items, markdown.Indent(w.itemText(blocks), marker, strings.Repeat(" ", len(marker))))
	}
	cell := w.cell
	w.inside, w.cell = w.inside+1, true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode: // which may say “ul”
			add(w.lines([]markdown.Run{{Text: c.Data}}))
		case c.Data == "ul" || c.Data == "ol": // a list that stands beside the items
			if nested := w.list(c); len(nested) > 0 && len(items) > 0 {
				items[len(items)-1] += "\n" + markdown.Indent(joinBlocks(nested), strings.Repeat(" ", width), strings.Repeat(" ", width))
			} else if len(nested) > 0 {
				items = append(items, joinBlocks(nested))
			}
		case c.Type == html.ElementNode && !silent[c.Data]:
			add(w.flow(c))
		}
	}
	w.inside, w.cell = w.inside-1, cell
	if len(items) == 0 {
		return nil
	}
	return []block{{text: strings.Join(items, "\n"), list: true}}
}

// itemText joins the blocks of an item; a list in it follows its words at once.
func (w *writer) itemText(blocks []block) string {
	var b strings.Builder
	for i, k := range blocks {
		switch {
		case i == 0:
		case k.list:
			b.WriteByte('\n')
		default:
			b.WriteString("\n\n")
		}
		b.WriteString(k.text)
	}
	return b.String()
}

// definitions writes terms and what they mean.
func (w *writer) definitions(n *html.Node) []block {
	if w.inside >= maxIndent || w.cell {
		return w.flow(n)
	}
	var out []block
	term := false
	w.inside++
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Data == "div" && c.Type == html.ElementNode:
				visit(c)
			case c.Data == "dt" && c.Type == html.ElementNode:
				if s := strings.ReplaceAll(joinBlocks(w.flow(c)), "\n\n", " "); s != "" {
					out, term = append(out, block{text: s}), true
				}
			case c.Data == "dd" && c.Type == html.ElementNode:
				s := joinBlocks(w.flow(c))
				switch {
				case s == "":
				case term:
					out[len(out)-1].text += "\n" + markdown.Indent(s, ": ", "  ")
				default:
					out = append(out, block{text: s})
				}
			case isBlock(c), w.page.weights[c].block:
				out, term = append(out, w.block(c)...), false
			default:
				if lines := w.lines(w.gather(c, markdown.Look{}, nil)); len(lines) > 0 {
					out, term = append(out, lines...), false
				}
			}
		}
	}
	visit(n)
	w.inside--
	return out
}
