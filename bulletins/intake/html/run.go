package html

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"safety365/bulletins"
	"safety365/bulletins/intake/markdown"
)

// web is an address that a link keeps.
var web = regexp.MustCompile(`(?i)^https?://[^\s<>]+$`)

// gather adds what a node says in a line to the runs. Elements that stand by
// themselves are not gathered: see writer.flow.
func (w *writer) gather(n *html.Node, l markdown.Look, runs []markdown.Run) []markdown.Run {
	switch {
	case n.Type == html.TextNode:
		return append(runs, markdown.Run{Look: l, Text: n.Data})
	case n.Type != html.ElementNode || silent[n.Data]:
		return runs
	}
	switch n.Data {
	case "br":
		return append(runs, markdown.Run{End: true})
	case "img":
		return w.image(n, runs)
	case "ruby":
		return append(runs, markdown.Run{Look: l, Text: ruby(n), Mark: true})
	case "sup", "sub":
		if note, ok := w.noteOf(n); ok {
			return append(runs, note)
		}
		if text := squeeze(textOf(n)); text != "" && !w.plain && !strings.ContainsAny(text, "[]\\") {
			return append(runs, markdown.Run{Look: l, Text: ":" + n.Data + "[" + markdown.Escape(text) + "]", Mark: true})
		}
	case "code", "kbd", "samp", "tt":
		if text := squeeze(textOf(n)); text != "" {
			return append(runs, markdown.Run{Look: l, Text: markdown.Code(text), Mark: true})
		}
		return runs
	case "a":
		if note, ok := w.noteOf(n); ok {
			return append(runs, note)
		}
		if href := strings.TrimSpace(attr(n, "href")); web.MatchString(href) {
			l.Link = href
		}
	case "wbr":
		return runs
	}
	if n.Data == "q" {
		runs = append(runs, markdown.Run{Look: l, Text: "“"})
	}
	if spacer(n) {
		return append(runs, markdown.Run{Look: l, Text: " "})
	}
	l = lookOf(n, l)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		runs = w.gather(c, l, runs)
	}
	if n.Data == "q" {
		runs = append(runs, markdown.Run{Look: l, Text: "”"})
	}
	return runs
}

// lookOf returns the look of what stands in an element, l being that of the element.
func lookOf(n *html.Node, l markdown.Look) markdown.Look {
	switch n.Data {
	case "b", "strong":
		l.Bold = true
	case "i", "em", "cite", "dfn":
		l.Italic = true
	case "s", "strike", "del":
		l.Struck = true
	}
	switch weight := css(n, "font-weight"); weight {
	case "bold", "bolder", "600", "700", "800", "900":
		l.Bold = true
	case "normal", "lighter", "100", "200", "300", "400":
		l.Bold = false
	}
	switch css(n, "font-style") {
	case "italic", "oblique":
		l.Italic = true
	case "normal":
		l.Italic = false
	}
	return l
}

// ruby writes a reading: :ruby[隐患]{yǐn huàn}.
func ruby(n *html.Node) string {
	var base, reading strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			base.WriteString(textOf(c))
		case c.Data == "rp":
		case c.Data == "rt", c.Data == "rtc":
			reading.WriteString(" " + textOf(c))
		default:
			base.WriteString(textOf(c))
		}
	}
	return markdown.Ruby(squeeze(base.String()), squeeze(reading.String()))
}

// local says whether a picture's file lies beside the page.
func local(src string) bool {
	_, err := bulletins.Local(strings.TrimSpace(src))
	return err == nil
}

// image keeps a picture whose file lies beside the page.
func (w *writer) image(n *html.Node, runs []markdown.Run) []markdown.Run {
	src, alt := strings.TrimSpace(attr(n, "src")), squeeze(attr(n, "alt"))
	if w.plain {
		return runs // see pictures
	}
	if !local(src) {
		if len(src) > 80 {
			cut := 80
			for !utf8.RuneStart(src[cut]) {
				cut--
			}
			src = src[:cut] + "…"
		}
		w.page.drop(n, Picture, alt+" "+src)
		return runs
	}
	return append(runs, markdown.Run{Text: markdown.Image(alt, src), Mark: true})
}
