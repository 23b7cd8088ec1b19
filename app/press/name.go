package press

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"safety365/bulletins"
)

// MaxName is how many bytes the name of an output has at most, without the extension
// and what tells it from others. File systems allow 255, Windows 260 characters for
// a whole path.
const MaxName = 150

// Identity is what a document's outputs are named by.
type Identity struct {
	Path   string
	Number string // 安委〔2026〕3号
	Title  string // "" if it has none
	Lang   string
}

// Identify reads a document's identity.
func Identify(doc *bulletins.Document) Identity {
	id := Identity{Path: doc.Name, Lang: doc.Lang}
	if doc.Meta != nil {
		id.Number, id.Title = doc.Meta.Text("number"), doc.Meta.Text("title")
	}
	if strings.TrimSpace(id.Title) == "" && len(doc.Blocks) > 0 {
		if h, ok := doc.Blocks[0].Block.(*bulletins.Heading); ok && h.Level == 1 {
			id.Title = bulletins.PlainText(h.Spans)
		}
	}
	return id
}

// FileName is the name of a document's output, without the extension: number and
// title, or else the name of its own file. The mark, say 送审稿, is put behind it. It
// is a name that every system allows.
func FileName(id Identity, mark string) string {
	chinese := strings.HasPrefix(id.Lang, "zh")
	number, title := cleanName(id.Number, chinese), cleanName(id.Title, chinese)
	if number == "" && title == "" {
		base := filepath.Base(id.Path)
		title = cleanName(strings.TrimSuffix(base, filepath.Ext(base)), chinese)
	}
	mark = WithMark("", mark, id.Lang)
	number = cutName(number, MaxName/2)
	if number != "" && title != "" {
		number += " "
	}
	title = cutName(title, MaxName-len(number)-len(mark))
	name := strings.TrimSpace(number+title) + mark
	if name == "" {
		name = "document"
	}
	if reserved(name) {
		name = "_" + name
	}
	return name
}

// WithMark puts a mark, say 送审稿, behind a name.
func WithMark(name, mark, lang string) string {
	chinese := strings.HasPrefix(lang, "zh")
	switch mark = cleanName(mark, chinese); {
	case mark == "":
		return name
	case chinese:
		return name + "（" + mark + "）"
	}
	return name + " (" + mark + ")"
}

// FileNames are the names of several documents' outputs in one folder. Two that
// would be the same are told apart by their languages, or else by numbers.
func FileNames(ids []Identity, mark func(Identity) string) []string {
	out := make([]string, len(ids))
	same := map[string][]int{}
	for i, id := range ids {
		out[i] = FileName(id, mark(id))
		same[foldName(out[i])] = append(same[foldName(out[i])], i)
	}
	for _, group := range same {
		langs := map[string]int{}
		for _, i := range group {
			langs[ids[i].Lang]++
		}
		if len(langs) > 1 { // editions
			for _, i := range group {
				out[i] += "." + ids[i].Lang
			}
		}
	}
	taken := map[string]bool{}
	for i := range out {
		out[i] = numbered(out[i], func(name string) bool { return taken[foldName(name)] })
		taken[foldName(out[i])] = true
	}
	return out
}

// foldName is the same for names that some system takes for one.
func foldName(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// What Windows forbids in names, and what stands for it.
var (
	chineseMarks = map[rune]string{'<': "＜", '>': "＞", ':': "：", '"': "＂", '/': "／", '\\': "＼", '|': "｜", '?': "？", '*': "＊"}
	latinMarks   = map[rune]string{'<': "(", '>': ")", ':': " -", '"': "'", '/': "-", '\\': "-", '|': "-", '?': "", '*': ""}
)

// cleanName makes text fit for a name.
func cleanName(text string, chinese bool) string {
	marks := latinMarks
	if chinese {
		marks = chineseMarks
	}
	var b strings.Builder
	for _, c := range norm.NFC.String(text) {
		switch instead, forbidden := marks[c]; {
		case forbidden:
			b.WriteString(instead)
		case unicode.IsSpace(c):
			b.WriteByte(' ')
		case c == utf8.RuneError, c != '\u200d' && unicode.In(c, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co):
			// control characters and marks that nobody sees, but for the one that joins
		default:
			b.WriteRune(c)
		}
	}
	name := strings.Join(strings.Fields(b.String()), " ")
	return strings.Trim(name, ". ") // Windows drops them at the end; at the front they hide a file
}

// cutName cuts a name to a number of bytes, not inside a character as seen.
func cutName(name string, limit int) string {
	if len(name) <= limit {
		return name
	}
	const dots = "…"
	end := max(0, limit-len(dots))
	for end > 0 && !utf8.RuneStart(name[end]) {
		end--
	}
	for end > 0 {
		next, _ := utf8.DecodeRuneInString(name[end:])
		last, size := utf8.DecodeLastRuneInString(name[:end])
		if !unicode.Is(unicode.M, next) && next != '\u200d' && last != '\u200d' && last != ' ' {
			break
		}
		end -= size
	}
	return name[:end] + dots
}

// reserved reports whether Windows takes a name for a device.
func reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, isPort := strings.CutPrefix(base, "COM")
	if !isPort {
		port, isPort = strings.CutPrefix(base, "LPT")
	}
	return isPort && strings.Contains("0 1 2 3 4 5 6 7 8 9 ¹ ² ³", port) && utf8.RuneCountInString(port) == 1 && port != " "
}
