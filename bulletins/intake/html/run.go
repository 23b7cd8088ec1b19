package html

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"safety365/bulletins"
)

// look is what a text in a line looks like.
type look struct {
	bold, italic, struck bool
	href                 string
}

// run is a piece of a line.
type run struct {
	look
	text string
	mark bool // text is Markdown already
	end  bool // the line ends here
}

// gather adds what a node says in a line to the runs. Elements that stand by
// themselves are not gathered: see writer.flow.
func (w *writer) gather(n *html.Node, l look, runs []run) []run {
	switch {
	case n.Type == html.TextNode:
		return append(runs, run{look: l, text: n.Data})
	case n.Type != html.ElementNode || silent[n.Data]:
		return runs
	}
	switch n.Data {
	case "br":
		return append(runs, run{end: true})
	case "img":
		return w.image(n, runs)
	case "ruby":
		return append(runs, run{look: l, text: ruby(n), mark: true})
	case "sup", "sub":
		if note, ok := w.noteOf(n); ok {
			return append(runs, note)
		}
		if text := squeeze(textOf(n)); text != "" && !w.plain && !strings.ContainsAny(text, "[]\\") {
			return append(runs, run{look: l, text: ":" + n.Data + "[" + escape(text) + "]", mark: true})
		}
	case "code", "kbd", "samp", "tt":
		if text := squeeze(textOf(n)); text != "" {
			return append(runs, run{look: l, text: code(text), mark: true})
		}
		return runs
	case "a":
		if note, ok := w.noteOf(n); ok {
			return append(runs, note)
		}
		if href := strings.TrimSpace(attr(n, "href")); web.MatchString(href) {
			l.href = href
		}
	case "wbr":
		return runs
	}
	if n.Data == "q" {
		runs = append(runs, run{look: l, text: "“"})
	}
	if spacer(n) {
		return append(runs, run{look: l, text: " "})
	}
	l = l.of(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		runs = w.gather(c, l, runs)
	}
	if n.Data == "q" {
		runs = append(runs, run{look: l, text: "”"})
	}
	return runs
}

// of returns the look of what stands in an element.
func (l look) of(n *html.Node) look {
	switch n.Data {
	case "b", "strong":
		l.bold = true
	case "i", "em", "cite", "dfn":
		l.italic = true
	case "s", "strike", "del":
		l.struck = true
	}
	switch weight := css(n, "font-weight"); weight {
	case "bold", "bolder", "600", "700", "800", "900":
		l.bold = true
	case "normal", "lighter", "100", "200", "300", "400":
		l.bold = false
	}
	switch css(n, "font-style") {
	case "italic", "oblique":
		l.italic = true
	case "normal":
		l.italic = false
	}
	return l
}

// web is an address that a link keeps.
var web = regexp.MustCompile(`(?i)^https?://[^\s<>]+$`)

// line writes runs as the Markdown of one line.
func line(runs []run) string {
	runs = level(runs)
	var b strings.Builder
	for i := 0; i < len(runs); {
		k := i
		for k < len(runs) && runs[k].href == runs[i].href {
			k++
		}
		words := phrase(runs[i:k])
		switch href := runs[i].href; {
		case href == "", words == "":
			b.WriteString(words)
		case sameAddress(plainOf(runs[i:k]), href):
			b.WriteString(href)
		default:
			before, inner, after := edges(words)
			b.WriteString(before + "[" + inner + "](" + strings.NewReplacer("(", "%28", ")", "%29").Replace(href) + ")" + after)
		}
		i = k
	}
	return strings.TrimSpace(b.String())
}

func plainOf(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.text)
	}
	return strings.TrimSpace(b.String())
}

// sameAddress says whether the words of a link are its address.
func sameAddress(words, href string) bool {
	bare := func(s string) string {
		_, s, _ = strings.Cut("//"+strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://"), "//")
		return strings.TrimSuffix(s, "/")
	}
	return words == "" || strings.EqualFold(bare(words), bare(href))
}

// phrase writes runs of one link with their emphasis: marks that go on stay open.
func phrase(runs []run) string {
	var b strings.Builder
	var open []string
	for i := 0; i < len(runs); {
		var text strings.Builder
		from := i
		for ; i < len(runs) && runs[i].look == runs[from].look; i++ {
			if runs[i].mark {
				text.WriteString(runs[i].text)
			} else {
				text.WriteString(escape(runs[i].text))
			}
		}
		before, inner, after := edges(text.String())
		marks := runs[from].marks()
		same := 0
		for same < min(len(open), len(marks)) && open[same] == marks[same] {
			same++
		}
		for k := len(open) - 1; k >= same; k-- {
			b.WriteString(open[k])
		}
		// Marks that touch closing ones would be read as one with them, and those
		// round nothing but a stop are not worth it.
		if len(open) > same && before == "" || !strings.ContainsFunc(inner, spoken) {
			marks = marks[:same]
		}
		open = marks
		b.WriteString(before + strings.Join(open[same:], "") + inner)
		if after != "" { // a mark does not close behind a space
			for k := len(open) - 1; k >= 0; k-- {
				if i == len(runs) || !slices.Contains(runs[i].marks(), open[k]) {
					b.WriteString(open[k])
					open = open[:k]
				} else {
					break
				}
			}
			b.WriteString(after)
		}
	}
	for k := len(open) - 1; k >= 0; k-- {
		b.WriteString(open[k])
	}
	return b.String()
}

func spoken(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// marks are those of a look, the outer ones first.
func (l look) marks() []string {
	var marks []string
	if l.struck {
		marks = append(marks, "~~")
	}
	if l.bold {
		marks = append(marks, "**")
	}
	if l.italic {
		marks = append(marks, "*")
	}
	return marks
}

// edges parts the spaces round a text from it.
func edges(s string) (before, inner, after string) {
	inner = strings.TrimLeft(s, " ")
	before = s[:len(s)-len(inner)]
	trimmed := strings.TrimRight(inner, " ")
	return before, trimmed, inner[len(trimmed):]
}

// level makes white space what it is to a reader: one space, nothing at the ends, and
// nothing for a line end of the source between Han.
func level(runs []run) []run {
	var out []run
	var last rune // the last character that is seen
	space, broken := false, false
	for _, r := range runs {
		if r.mark {
			if space && last != 0 {
				out = append(out, run{look: between(out, r), text: " "})
			}
			space, broken, last = false, false, ' '
			out = append(out, r)
			continue
		}
		var b strings.Builder
		for _, c := range r.text {
			switch {
			case c == '\n', c == '\r':
				space, broken = true, true
				continue
			case c == ' ', c == '\t', c == '\f', c == '\u00a0', 0x2002 <= c && c <= 0x200a, c == '\u202f', c == '\u3000' && last == 0:
				space = true
				continue
			case c == '\u200b', c == '\ufeff', c == '\u00ad', c == '\u2028', c == '\u2029':
				continue
			}
			if space && last != 0 && !(broken && bulletins.IsHan(last) && bulletins.IsHan(c)) {
				if b.Len() > 0 {
					b.WriteByte(' ')
				} else {
					out = append(out, run{look: between(out, r), text: " "})
				}
			}
			b.WriteRune(c)
			space, broken, last = false, false, c
		}
		if b.Len() > 0 {
			out = append(out, run{look: r.look, text: b.String()})
		}
	}
	return out
}

// between returns the look of a space: that of its neighbours if they agree.
func between(out []run, next run) look {
	if len(out) > 0 && out[len(out)-1].look == next.look {
		return next.look
	}
	return look{}
}

// ruby writes a reading: :ruby[隐患]{yǐn huàn}.
func ruby(n *html.Node) string {
	var base, reading strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Data == "rp":
		case c.Data == "rt", c.Data == "rtc":
			reading.WriteString(" " + textOf(c))
		default:
			base.WriteString(textOf(c))
		}
	}
	text, said := squeeze(base.String()), squeeze(reading.String())
	if text == "" || said == "" || strings.ContainsAny(text+said, "[]{}\\\"=") {
		return escape(strings.TrimSpace(text + " " + said))
	}
	return ":ruby[" + text + "]{" + said + "}"
}

// code writes a text as code.
func code(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// local says whether a picture's file lies beside the page.
func local(src string) bool {
	_, err := bulletins.Local(strings.TrimSpace(src))
	return err == nil
}

// image keeps a picture whose file lies beside the page.
func (w *writer) image(n *html.Node, runs []run) []run {
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
	if strings.ContainsAny(src, " ()<>\t\n") {
		src = "<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "", "\t", " ").Replace(src) + ">"
	}
	return append(runs, run{text: "![" + strings.NewReplacer("[", `\[`, "]", `\]`).Replace(escape(alt)) + "](" + src + ")", mark: true})
}
