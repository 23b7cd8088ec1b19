package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"safety365/bulletins"
)

var (
	frontMatter = regexp.MustCompile(`^---[ \t]*\r?\n(?s:.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`)
	fence       = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})")
	listItem    = regexp.MustCompile(`^(?:[-*+•·●○▪■◆]|\d{1,3}[.)])[ \t]`)
	ornament    = regexp.MustCompile(`^(?:[-*_=] ?){3,}$`)
	markup      = regexp.MustCompile(`^(?::::|\[\^|\||<!--|>|: )`)
)

// cut parts the raw text into its front matter and its lines, and sets aside what is
// code.
func (d *draft) cut() {
	body := 0
	if at := frontMatter.FindStringIndex(d.raw); at != nil && strings.Contains(d.raw[:at[1]], ":") {
		body = at[1]
		d.front = d.raw[:body]
	}
	d.starts = []int{0}
	for i := 0; i < len(d.raw); i++ {
		if d.raw[i] == '\n' || d.raw[i] == '\r' && (i+1 == len(d.raw) || d.raw[i+1] != '\n') {
			d.starts = append(d.starts, i+1)
		}
	}
	open := "" // the fence that code stands in
	for i, start := range d.starts {
		if start < body {
			continue
		}
		end := len(d.raw)
		if i+1 < len(d.starts) {
			end = d.starts[i+1]
		}
		text := strings.TrimRight(d.raw[start:end], "\r\n")
		l := &line{text: text, at: make([]int32, len(text)+1), indented: strings.TrimLeftFunc(text, unicode.IsSpace) != text}
		for j := range l.at {
			l.at[j] = int32(start + j)
		}
		if m := fence.FindStringSubmatch(text); m != nil || open != "" {
			l.field = literal
			switch {
			case open == "":
				open = m[1]
			case m != nil && strings.HasPrefix(m[1], open) && strings.TrimSpace(text) == m[1]:
				open = ""
			}
		}
		d.lines = append(d.lines, l)
	}
	if open != "" { // it was no code
		for _, l := range d.lines {
			if l.field == literal {
				l.field = inBody
			}
		}
	}
}

// Characters that stand for an ordinary space, and those that stand for nothing.
func isOddSpace(r rune) bool {
	return r == 0xa0 || 0x2002 <= r && r <= 0x200a || r == 0x202f
}

// isBlank says whether a character is room at the ends of a line.
func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == 0x3000 || isOddSpace(r) || isNothing(r)
}

func isNothing(r rune) bool { return r == 0x200b || r == 0xfeff || r == 0xad }

// plain is I01: odd spaces, invisible characters, indents, composed characters.
func (d *draft) plain() {
	nested := false
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		d.change("I01", l, compose(l.text))
		rest := strings.TrimLeftFunc(l.text, isBlank)
		item := listItem.MatchString(strings.TrimRightFunc(rest, isBlank))
		var edits []edit
		start := len(l.text) - len(rest)
		if start > 0 && !(nested && item) {
			edits = append(edits, edit{from: 0, to: start})
		} else {
			start = 0
		}
		nested = item || nested && rest == ""
		end := max(start, len(strings.TrimRightFunc(l.text, isBlank)))
		for i, r := range l.text[start:end] {
			i += start
			switch {
			case isOddSpace(r):
				edits = append(edits, edit{from: i, to: i + utf8.RuneLen(r), after: " "})
			case isNothing(r):
				edits = append(edits, edit{from: i, to: i + utf8.RuneLen(r)})
			}
		}
		if end < len(l.text) {
			edits = append(edits, edit{from: end, to: len(l.text)})
		}
		d.change("I01", l, edits)
	}
}

// compose finds what is not in Unicode's composed form. It is never NFKC, which
// would make ASCII of full-width marks.
func compose(s string) []edit {
	if norm.NFC.IsNormalString(s) {
		return nil
	}
	var edits []edit
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		from := it.Pos()
		after := string(it.Next())
		if s[from:it.Pos()] != after {
			edits = append(edits, edit{from: from, to: it.Pos(), after: after})
		}
	}
	return edits
}

var lostPicture = regexp.MustCompile(`^(?:\?|\x{FFFC}|\[(?:图片|圖片|image|gambar)\]|【(?:图片|圖片)】)$`)

// captionLength is how many characters the line below a lost picture may have to be
// its caption.
const captionLength = 60

// pictures is I06: a line that is a lone question mark was a picture or a space.
func (d *draft) pictures() {
	for i, l := range d.lines {
		if !l.open() || !lostPicture.MatchString(l.text) || !d.move("I06", l, dropped) {
			continue
		}
		for _, next := range d.lines[i+1:] {
			if next.text == "" {
				continue
			}
			if next.open() && length(next.text) < captionLength && !closes(next.text) && !strings.ContainsAny(next.text, ":：[]") &&
				!listItem.MatchString(next.text) && !markup.MatchString(next.text) && !lostPicture.MatchString(next.text) {
				next.field = caption
				d.warnOf("image-lost", "caption", next.text)
			}
			break
		}
	}
}

// closers may stand behind the mark that ends a sentence.
const closers = "”’\"')）】」』》 "

// closes says whether a line ends as a sentence does.
func closes(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune("。！？；：，、….!?;:,", r)
}

// unreadable is I07: characters that mean nothing become marks.
func (d *draft) unreadable() {
	for _, l := range d.lines {
		if !l.open() {
			continue
		}
		var edits []edit
		for i, r := range l.text {
			if r < 0x20 && r != '\t' || 0x7f <= r && r < 0xa0 || r == 0xfffd || unicode.Is(unicode.Co, r) {
				edits = append(edits, edit{from: i, to: i + utf8.RuneLen(r), after: unknownMark, certainty: Unknown})
			}
		}
		if len(edits) > 0 {
			d.change("I07", l, edits)
			d.warnOf("unknown", "text", excerpt(l.text, strings.Index(l.text, unknownMark)))
		}
	}
}

// Marks that stop a final document: what is not known, and what somebody has to
// confirm.
const (
	unknownMark = "⟦?⟧"
	markOpen    = "⟦"
	markClose   = "⟧"
)

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// excerpt returns some characters of a text round a place.
func excerpt(s string, at int) string {
	at = max(0, min(at, len(s)))
	return tail(s[:at], 8) + head(s[at:], 12)
}

// isHan says whether a character is an ideograph.
func isHan(r rune) bool {
	return 0x4e00 <= r && r <= 0x9fff || 0x3400 <= r && r <= 0x4dbf || 0x20000 <= r && r <= 0x3ffff || 0xf900 <= r && r <= 0xfaff || r == 0x3007
}

// isWide says whether a character belongs to Chinese text: an ideograph or one of
// its marks, also of those that it shares with other scripts.
func isWide(r rune) bool {
	return bulletins.IsHan(r) || strings.ContainsRune("“”‘’—…·", r)
}
