package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"safety365/bulletins/intake/markdown"
)

// writer writes elements as Markdown.
type writer struct {
	page   *page
	plain  bool // in a heading or an alternative text: no directives, no pictures
	inside int  // lists and quotations round this
	cell   bool // in a table or a list, where a line break stays one
}

// block is a paragraph, a list, a table.
type block struct {
	text string
	item bool // of a list made of paragraphs
	list bool
}

func (w *writer) write(parts []*html.Node) string {
	var all []block
	for _, n := range parts {
		if w.headingLevel(n) > 0 {
			all = append(all, w.block(n)...)
			continue
		}
		all = append(all, w.flow(n)...)
	}
	if text := joinBlocks(all); text != "" {
		return text + "\n"
	}
	return ""
}

// joinBlocks puts blank lines between blocks, but not between the items of a list.
func joinBlocks(all []block) string {
	var b strings.Builder
	for i, k := range all {
		if i > 0 {
			b.WriteByte('\n')
			if !k.item || !all[i-1].item {
				b.WriteByte('\n')
			}
		}
		b.WriteString(k.text)
	}
	return b.String()
}

// flow makes blocks of what stands in an element: of its blocks, and of the lines
// between them.
func (w *writer) flow(n *html.Node) []block {
	var out []block
	var runs []markdown.Run
	flush := func() {
		out = append(out, w.lines(runs)...)
		runs = nil
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && silent[c.Data]:
		case isBlock(c), c.Type == html.ElementNode && w.page.weights[c].block:
			flush()
			out = append(out, w.block(c)...)
		default:
			runs = w.gather(c, markdown.Look{}, runs)
		}
	}
	flush()
	return out
}

// lines makes paragraphs of runs; in a cell they are one, with its line breaks.
func (w *writer) lines(runs []markdown.Run) []block {
	var out []block
	var parts []string
	start := 0
	for i := 0; i <= len(runs); i++ {
		if i < len(runs) && !runs[i].End {
			continue
		}
		if s := markdown.Line(runs[start:i]); s != "" {
			parts = append(parts, s)
		}
		start = i + 1
	}
	if w.cell && len(parts) > 0 {
		return []block{{text: markdown.Start(strings.Join(parts, "<br>"))}}
	}
	for _, s := range parts {
		out = append(out, block{text: markdown.Start(s)})
	}
	return out
}

// block makes blocks of an element.
func (w *writer) block(n *html.Node) []block {
	if level := w.headingLevel(n); level > 0 {
		return w.headline(n, level)
	}
	switch n.Data {
	case "p":
		return w.paragraph(n)
	case "ul", "ol", "menu", "dir":
		return w.list(n)
	case "blockquote":
		return w.quotation(n)
	case "pre":
		return w.preformatted(n)
	case "table":
		return w.table(n)
	case "dl":
		return w.definitions(n)
	case "hr":
		return []block{{text: "* * *"}}
	case "figure":
		return w.figure(n)
	case "div":
		if strings.HasPrefix(css(n, "mso-element"), "footnote") || css(n, "mso-element") == "endnote" {
			return w.note(n)
		}
	}
	return w.flow(n)
}

// headingLevel returns the level of a heading, 0 for what is none.
func (w *writer) headingLevel(n *html.Node) int {
	switch {
	case w.page.headings[n] > 0:
		return w.page.headings[n]
	case isHeading(n):
		return int(n.Data[1] - '0')
	case attr(n, "role") == "heading":
		if level, err := strconv.Atoi(attr(n, "aria-level")); err == nil && 1 <= level && level <= 6 {
			return level
		}
		return 2
	case n.Data == "p", n.Data == "div", n.Data == "center":
		return w.lookedHeading(n)
	}
	return 0
}

// headline writes a heading on one line. One that holds blocks is none.
func (w *writer) headline(n *html.Node, level int) []block {
	if w.cell {
		return w.flow(n)
	}
	var runs []markdown.Run
	plain := w.plain
	w.plain = true
	for _, r := range w.gather(n, markdown.Look{}, nil) {
		if r.End {
			r = markdown.Run{Text: " "}
		}
		r.Bold, r.Link = false, ""
		runs = append(runs, r)
	}
	w.plain = plain
	s := markdown.Line(runs)
	if s == "" {
		return w.pictures(n)
	}
	if strings.HasSuffix(s, "#") {
		s = s[:len(s)-1] + `\#`
	}
	return append(w.pictures(n), block{text: strings.Repeat("#", level) + " " + s})
}

// pictures makes blocks of the pictures in a heading, which may hold none.
func (w *writer) pictures(n *html.Node) []block {
	var out []block
	find(n, func(c *html.Node) bool {
		if c.Data == "img" {
			if runs := w.image(c, nil); len(runs) > 0 {
				out = append(out, block{text: runs[0].Text})
			}
		}
		return false
	})
	return out
}

func (w *writer) paragraph(n *html.Node) []block {
	if b, ok := w.wordItem(n); ok {
		return []block{b}
	}
	return w.flow(n)
}

func (w *writer) quotation(n *html.Node) []block {
	if w.inside >= maxIndent || w.cell {
		return w.flow(n)
	}
	w.inside++
	text := joinBlocks(w.flow(n))
	w.inside--
	if text == "" {
		return nil
	}
	return []block{{text: markdown.Indent(text, "> ", "> ")}}
}

// preformatted keeps the lines of code; other texts are paragraphs, line by line.
func (w *writer) preformatted(n *html.Node) []block {
	text := strings.Trim(strings.ReplaceAll(rawText(n), "\r\n", "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if w.cell || find(n, func(c *html.Node) bool { return c.Data == "code" }) == nil {
		var runs []markdown.Run
		for l := range strings.SplitSeq(text, "\n") {
			runs = append(runs, markdown.Run{Text: l}, markdown.Run{End: true})
		}
		return w.lines(runs)
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return []block{{text: fence + "\n" + text + "\n" + fence}}
}

// rawText returns the text of a node with its line ends.
func rawText(n *html.Node) string {
	var b strings.Builder
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "br":
			b.WriteByte('\n')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(n)
	return b.String()
}

// figure gives a picture its caption as words; without the picture the caption stays.
func (w *writer) figure(n *html.Node) []block {
	image := find(n, func(c *html.Node) bool { return c.Data == "img" })
	caption := find(n, func(c *html.Node) bool { return c.Data == "figcaption" })
	if image == nil || caption == nil || !local(attr(image, "src")) {
		return w.flow(n)
	}
	all, said := w.page.weights[n], w.page.weights[caption]
	other := find(n, func(c *html.Node) bool { return c.Data == "img" && c != image })
	if other != nil || all.text+all.links > said.text+said.links {
		return w.flow(n)
	}
	captioned := html.Node{Data: "img", Attr: []html.Attribute{{Key: "src", Val: attr(image, "src")}, {Key: "alt", Val: textOf(caption)}}}
	return []block{{text: w.image(&captioned, nil)[0].Text}}
}
