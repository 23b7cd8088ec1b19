package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"safety365/bulletins"
)

// Look is what a text in a line looks like.
type Look struct {
	Bold, Italic, Struck bool
	Link                 string // a web address; others are left out
}

// Run is a piece of a line.
type Run struct {
	Look
	Text string
	Mark bool // Text is Markdown already
	End  bool // the line ends here
}

// brackets are no part of an address in Markdown.
var brackets = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20")

// Line writes runs as the Markdown of one line, without spaces at its ends.
func Line(runs []Run) string {
	runs = level(runs)
	var b strings.Builder
	for i := 0; i < len(runs); {
		k := i
		for k < len(runs) && runs[k].Link == runs[i].Link {
			k++
		}
		words := phrase(runs[i:k])
		switch address := runs[i].Link; {
		case address == "", strings.TrimSpace(words) == "":
			b.WriteString(words)
		case sameAddress(plainOf(runs[i:k]), address):
			before, _, after := edges(words)
			b.WriteString(before + address + after)
		default:
			before, inner, after := edges(words)
			b.WriteString(before + "[" + inner + "](" + brackets.Replace(address) + ")" + after)
		}
		i = k
	}
	return dollars(strings.TrimSpace(b.String()))
}

func plainOf(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return strings.TrimSpace(b.String())
}

var scheme = regexp.MustCompile(`(?i)^https?://`)

// sameAddress says whether the words of a link are its address.
func sameAddress(words, address string) bool {
	bare := func(s string) string { return strings.TrimSuffix(scheme.ReplaceAllString(s, ""), "/") }
	return bare(words) == bare(address)
}

// phrase writes runs of one link with their emphasis: marks that go on stay open.
func phrase(runs []Run) string {
	var b strings.Builder
	var open []string
	for i := 0; i < len(runs); {
		var text strings.Builder
		from := i
		for ; i < len(runs) && runs[i].Look == runs[from].Look; i++ {
			switch r := runs[i]; {
			case r.Mark:
				text.WriteString(r.Text)
			case r.Link != "":
				text.WriteString(label(r.Text))
			default:
				text.WriteString(Escape(r.Text))
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
func (l Look) marks() []string {
	var marks []string
	if l.Struck {
		marks = append(marks, "~~")
	}
	if l.Bold {
		marks = append(marks, "**")
	}
	if l.Italic {
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
func level(runs []Run) []Run {
	var out []Run
	var last rune // the last character that is seen
	space, broken := false, false
	for _, r := range runs {
		if r.Mark {
			if space && last != 0 {
				out = append(out, Run{Look: between(out, r), Text: " "})
			}
			space, broken, last = false, false, ' '
			out = append(out, r)
			continue
		}
		var b strings.Builder
		for _, c := range r.Text {
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
					out = append(out, Run{Look: between(out, r), Text: " "})
				}
			}
			b.WriteRune(c)
			space, broken, last = false, false, c
		}
		if b.Len() > 0 {
			out = append(out, Run{Look: r.Look, Text: b.String()})
		}
	}
	return out
}

// between returns the look of a space: that of its neighbours if they agree.
func between(out []Run, next Run) Look {
	if len(out) > 0 && out[len(out)-1].Look == next.Look {
		return next.Look
	}
	return Look{}
}

// Code writes a text as code.
func Code(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}
