package html

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"safety365/bulletins/intake/markdown"
)

// What Word and WPS write.
var (
	outline  = regexp.MustCompile(`(?i)mso-outline-level:\s*([1-6])`)
	listMark = regexp.MustCompile(`(?i)mso-list:\s*l\d+\s+level(\d)`)
	ordinal  = regexp.MustCompile(`^(\d{1,9})[.)、．]$`)
	noteLink = regexp.MustCompile(`(?i)^(?:file:[^#]*|[^#:]*)#_(ftn|edn)(ref)?(\d+)$`)
)

// bullets are the signs of Word's lists, most of them letters of symbol fonts.
const bullets = "·•●○◦▪■□◆◇➢►–-lnuoqvØü§\uf06c\uf0b7\uf0a7\uf0d8\uf0fc"

// lookedHeading returns the level of a paragraph that is styled as a heading, or looks
// like a title: short, centred and large.
func (w *writer) lookedHeading(n *html.Node) int {
	if n.Data != "p" {
		if w.page.weights[n].block {
			return 0
		}
	} else if m := outline.FindStringSubmatch(attr(n, "style")); m != nil {
		return int(m[1][0] - '0')
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if class == "MsoTitle" {
			return 1
		}
	}
	size := w.page.weights[n]
	centred := n.Data == "center" || attr(n, "align") == "center" || css(n, "text-align") == "center"
	if w.inside > 0 || w.cell || size.text == 0 || size.text > 60 || !centred || find(n, func(c *html.Node) bool { return large(c) }) == nil {
		return 0
	}
	return 1
}

// large says whether an element asks for 18 points or more.
func large(n *html.Node) bool {
	switch size := attr(n, "size"); {
	case n.Data == "font" && (size == "5" || size == "6" || size == "7"):
		return true
	}
	size, unit := css(n, "font-size"), 1.0
	if pixels, ok := strings.CutSuffix(size, "px"); ok {
		size, unit = pixels, 0.75
	}
	points, err := strconv.ParseFloat(strings.TrimSuffix(size, "pt"), 64)
	return err == nil && points*unit >= 18
}

// spacer says whether an element only stands for spaces or tabs.
func spacer(n *html.Node) bool {
	style := strings.ToLower(attr(n, "style"))
	return strings.Contains(style, "mso-tab-count") || strings.Contains(style, "mso-spacerun") && strings.TrimSpace(strings.ReplaceAll(textOf(n), "\u00a0", " ")) == ""
}

// wordItem makes an item of a paragraph that Word numbers: the sign stands in a span of
// its own, which other programs are asked to ignore.
func (w *writer) wordItem(n *html.Node) (block, bool) {
	style := attr(n, "style")
	m := listMark.FindStringSubmatch(style)
	if m == nil || w.cell {
		return block{}, false
	}
	sign := find(n, func(c *html.Node) bool { return strings.EqualFold(css(c, "mso-list"), "ignore") })
	if sign == nil {
		return block{}, false
	}
	mark := squeeze(textOf(sign))
	sign.Parent.RemoveChild(sign)
	cell := w.cell
	w.cell = true
	text := joinBlocks(w.flow(n))
	w.cell = cell
	depth, _ := strconv.Atoi(m[1])
	before := strings.Repeat("   ", min(max(depth, 1), 9)-1)
	switch number := ordinal.FindStringSubmatch(mark); {
	case mark == "" || strings.ContainsAny(mark, bullets) && len([]rune(mark)) == 1:
		return block{text: before + "- " + text, item: true}, text != ""
	case number != nil:
		return block{text: before + number[1] + ". " + text, item: true}, text != ""
	}
	return block{text: markdown.Start(markdown.Escape(mark) + text)}, true // 一、 and （一） are typed so
}

// noteOf reads the reference to a footnote, or its number at the note itself, which
// says nothing.
func (w *writer) noteOf(n *html.Node) (markdown.Run, bool) {
	link := n
	if n.Data != "a" {
		link = find(n, func(c *html.Node) bool { return c.Data == "a" })
	}
	if link == nil {
		return markdown.Run{}, false
	}
	m := noteLink.FindStringSubmatch(attr(link, "href"))
	if m == nil {
		return markdown.Run{}, false
	}
	if m[2] != "" {
		return markdown.Run{Mark: true}, true
	}
	label := m[3]
	if strings.EqualFold(m[1], "edn") {
		label = "e" + label
	}
	return markdown.Run{Text: "[^" + label + "]", Mark: true}, true
}

// note writes the notes at the end of a document of Word.
func (w *writer) note(n *html.Node) []block {
	link := find(n, func(c *html.Node) bool {
		m := noteLink.FindStringSubmatch(attr(c, "href"))
		return m != nil && m[2] != ""
	})
	if strings.HasSuffix(css(n, "mso-element"), "-list") {
		if rule := find(n, func(c *html.Node) bool { return c.Data == "hr" }); rule != nil {
			rule.Parent.RemoveChild(rule)
		}
		return w.flow(n)
	}
	if link == nil {
		return w.flow(n)
	}
	m := noteLink.FindStringSubmatch(attr(link, "href"))
	label := m[3]
	if strings.EqualFold(m[1], "edn") {
		label = "e" + label
	}
	text := joinBlocks(w.flow(n))
	if text == "" {
		return nil
	}
	return []block{{text: markdown.Indent(text, "[^"+label+"]: ", "    ")}}
}
