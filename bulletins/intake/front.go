package intake

import (
	"slices"
	"strings"
)

// keys are the front matter keys in the order in which they are written, and how.
var keys = []struct {
	name  string
	write func(b *strings.Builder, name string, values []string)
}{
	{"title", writeText},
	{"published", writeDate},
	{"source", writeFirst},
	{"author", writeFirst},
	{"byline", writeFirst},
	{"editor", writeFirst},
	{"review", nil},
	{"credit", writeCredit},
	{"hotline", writeFirst},
	{"column", writeFlow},
	{"related", writeList},
	{"copyright_notice", writeJoined},
	{"site_imprint", writeList},
}

// quote writes a text as YAML in double quotes.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`, "\n", `\n`).Replace(s) + `"`
}

func writeText(b *strings.Builder, name string, values []string) {
	b.WriteString(name + ": " + quote(strings.Join(values, " ")) + "\n")
}

// writeFirst writes the first value that is not empty; several different ones of
// people and sources stand in a list.
func writeFirst(b *strings.Builder, name string, values []string) {
	var filled []string
	for _, v := range values {
		if v != "" && !slices.Contains(filled, v) {
			filled = append(filled, v)
		}
	}
	switch {
	case len(filled) == 0:
		b.WriteString(name + ": \"\"\n")
	case len(filled) > 1 && (name == "author" || name == "editor"):
		writeFlow(b, name, filled)
	default:
		b.WriteString(name + ": " + quote(filled[0]) + "\n")
	}
}

func writeDate(b *strings.Builder, name string, values []string) {
	if date := firstDate(values); date != "" {
		b.WriteString(name + ": " + quote(date) + "\n")
	}
}

func firstDate(values []string) string {
	for _, v := range values {
		if date := readDate(v); date != "" {
			return date
		}
	}
	return ""
}

func writeFlow(b *strings.Builder, name string, values []string) {
	var quoted []string
	for _, v := range values {
		quoted = append(quoted, quote(v))
	}
	b.WriteString(name + ": [" + strings.Join(quoted, ", ") + "]\n")
}

func writeList(b *strings.Builder, name string, values []string) {
	b.WriteString(name + ":\n")
	for _, v := range values {
		b.WriteString("  - " + quote(v) + "\n")
	}
}

func writeJoined(b *strings.Builder, name string, values []string) {
	b.WriteString(name + ": " + quote(strings.Join(values, "\n")) + "\n")
}

func writeCredit(b *strings.Builder, name string, values []string) {
	v := strings.Join(values, "")
	text := strings.ContainsAny(v, "文")
	photo := strings.ContainsAny(v, "图圖摄攝")
	b.WriteString(name + ": {")
	switch {
	case text && photo:
		b.WriteString("text: true, photo: true")
	case text:
		b.WriteString("text: true")
	default:
		b.WriteString("photo: true")
	}
	b.WriteString("}\n")
}

// inScript returns the warnings with the document's words in its script; what is to be
// compared with the raw text stays as it is there.
func (d *draft) inScript() []Warning {
	for _, w := range d.warnings {
		if w.Code == "intake-repair" || w.Code == "intake-unknown" || d.target() != Hans {
			continue
		}
		for name, value := range w.Args {
			w.Args[name] = simplify(value)
		}
	}
	return d.warnings
}

var reviewKeys = []string{"first", "second", "final"}

// frontMatter writes what was recognised.
func (d *draft) frontMatter() string {
	values := map[string][]string{}
	for _, l := range d.lines {
		if l.field != inBody && len(l.field) > 1 {
			values[l.field] = append(values[l.field], strings.TrimSpace(l.text))
		}
	}
	if values["title"] == nil {
		values["title"] = []string{""}
	}
	var b strings.Builder
	b.WriteString("---\nlang: " + d.target() + "\nkind: " + d.kind() + "\n")
	for _, key := range keys {
		switch {
		case key.name == "review":
			writeReview(&b, values)
		case values[key.name] != nil:
			key.write(&b, key.name, values[key.name])
		}
	}
	if warnings := d.warningTexts(); len(warnings) > 0 {
		writeList(&b, "import_warnings", warnings)
	}
	b.WriteString("---\n")
	return b.String()
}

// mostWarnings is how many warnings a front matter gets; it would grow too large for the
// parser otherwise. The mark in the last one stops a final as theirs would.
const mostWarnings = 500

// warningTexts words the warnings, each once.
func (d *draft) warningTexts() []string {
	var texts []string
	seen := map[string]bool{}
	for _, w := range d.inScript() {
		if text := w.Text(d.messages()); !seen[text] {
			seen[text] = true
			texts = append(texts, text)
		}
	}
	if n := len(texts) - mostWarnings; n > 0 {
		more := Warning{"intake-more", map[string]string{"count": itoa(n), "mark": unknownMark}}
		texts = append(texts[:mostWarnings], more.Text(d.messages()))
	}
	return texts
}

func writeReview(b *strings.Builder, values map[string][]string) {
	begun := false
	for _, key := range reviewKeys {
		if v := values["review."+key]; len(v) > 0 {
			if !begun {
				b.WriteString("review:\n")
				begun = true
			}
			b.WriteString("  ")
			writeFirst(b, key, v)
		}
	}
}

// target is the language of the result.
func (d *draft) target() string {
	if d.isChinese() && d.Script != Keep {
		return d.Script
	}
	return d.lang
}

func (d *draft) kind() string {
	if d.Kind != "" {
		return d.Kind
	}
	return "bulletin"
}

func (d *draft) messages() string {
	if d.Messages != "" {
		return d.Messages
	}
	return "en"
}
