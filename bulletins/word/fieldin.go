package word

import (
	"regexp"
	"slices"
	"strings"
)

// fieldIn is a field that the text has come to.
type fieldIn struct {
	code   string
	data   *element // of a field of a form
	result bool     // what it shows has begun
	shown  bool     // it shows something
}

// name is what kind of field it is.
func (f *fieldIn) name() string {
	if words := strings.Fields(f.code); len(words) > 0 {
		return strings.ToUpper(words[0])
	}
	return ""
}

var addressOf = regexp.MustCompile(`(?i)^\s*HYPERLINK\s+"([^"]+)"`)

// address is where a link leads; "" if it is none, or leads to a place in the text.
func (f *fieldIn) address() string {
	if m := addressOf.FindStringSubmatch(f.code); m != nil {
		return m[1]
	}
	return ""
}

// within reports whether the text has come to a field of one of some kinds.
func (t *content) within(kinds ...string) bool {
	for _, f := range t.fields {
		if slices.Contains(kinds, f.name()) {
			return true
		}
	}
	return false
}

func (r *reader) field() *fieldIn {
	if n := len(r.fields); n > 0 {
		return r.fields[n-1]
	}
	return nil
}

func (r *reader) fieldChar(e *element, as runIn) {
	switch kind, f := e.at("fldCharType"), r.field(); {
	case kind == "begin" && len(r.fields) < maxDepth:
		r.fields = append(r.fields, &fieldIn{data: e.child("ffData")})
	case kind == "separate" && f != nil:
		f.result = true
	case kind == "end" && f != nil:
		r.fields = r.fields[:len(r.fields)-1]
		r.ended(f, as)
	}
}

// simpleField reads a field that is one element.
func (r *reader) simpleField(e *element, as runIn) {
	f := &fieldIn{code: e.at("instr"), data: e.child("ffData"), result: true}
	r.fields = append(r.fields, f)
	r.kids(e, as)
	r.fields = slices.DeleteFunc(r.fields, func(o *fieldIn) bool { return o == f })
	r.ended(f, as)
}

// silent are fields that show nothing.
var silent = []string{"", "TOC", "XE", "TC", "TA", "RD", "SET", "ASK", "NEXT", "PRIVATE", "BIBLIOGRAPHY", "INDEX", "HYPERLINK", "FORMTEXT", "INCLUDEPICTURE", "SHAPE", "EMBED", "LINK", "ADVANCE", "PRINT", "REF", "IF"}

// ended says what a field shows that is not among the text.
func (r *reader) ended(f *fieldIn, as runIn) {
	if outer := r.field(); outer != nil && !outer.result {
		outer.code += f.code // a field in the code of another
		return
	}
	name := f.name()
	switch {
	case name == "FORMCHECKBOX":
		r.text(tick(f.data.child("checkBox")), as)
	case name == "FORMDROPDOWN":
		r.text(chosen(f.data.child("ddList")), as)
	case name == "PAGEREF" && f.shown && !r.p.contents && !r.within("TOC"):
		r.lose(as, "word-page-number")
	case f.shown:
	case name == "EQ":
		r.equation(f.code, as)
	case name == "MACROBUTTON", name == "GOTOBUTTON":
		if words := strings.Fields(f.code); len(words) > 2 {
			r.text("〔"+strings.Trim(strings.Join(words[2:], " "), "[]【】")+"〕", as)
		}
	case !slices.Contains(silent, name):
		r.lose(as, "word-field", "name", name)
	}
}

func tick(box *element) string {
	if box.child("checked") != nil && box.on("checked") || box.child("checked") == nil && box.on("default") {
		return "☑"
	}
	return "□"
}

func chosen(list *element) string {
	at := list.val("result")
	if at == "" {
		at = list.val("default")
	}
	n, first, words := count(at), true, ""
	list.find("listEntry", func(e *element) {
		if n == 0 && first {
			words = e.at("val")
		}
		first = false
		n--
	})
	return words
}

// What Word draws by fields of equations: a reading over a character, a character in a
// ring, a fraction, a root, something raised or lowered.
var (
	eqRuby  = regexp.MustCompile(`(?i)\\o(?:\\a[lcrd])?\s*\(\s*\\s\\up\s*\d*\s*\(([^()]+)\)\s*[,;]\s*([^()]+)\)\s*$`)
	eqRing  = regexp.MustCompile(`(?i)\\o(?:\\a[lcrd])?\s*\(\s*[○◯□△◇]\s*[,;]\s*([^()\\]+)\)\s*$`)
	eqFrac  = regexp.MustCompile(`(?i)^\s*EQ\s+\\f\s*\(([^(),\\]+),([^(),\\]+)\)\s*$`)
	eqRoot  = regexp.MustCompile(`(?i)^\s*EQ\s+\\r\s*\(([^(),\\]*),([^(),\\]+)\)\s*$`)
	eqShift = regexp.MustCompile(`(?i)^\s*EQ\s+\\s\\(up|do)\s*\d*\s*\(([^()]+)\)\s*$`)
)

// equation reads what an EQ field draws.
func (r *reader) equation(code string, as runIn) {
	made := func(text, source string) {
		if as.formula = source; source != "" && !isFormula(source) {
			as.formula = ""
			r.lose(as, "word-formula", "text", text)
		}
		r.text(text, as)
	}
	if m := eqRuby.FindStringSubmatch(code); m != nil {
		as.reading = strings.TrimSpace(m[1])
		r.text(strings.TrimSpace(m[2]), as)
	} else if m := eqRing.FindStringSubmatch(code); m != nil {
		r.text(ringed(strings.TrimSpace(m[1])), as)
	} else if m := eqFrac.FindStringSubmatch(code); m != nil {
		made(m[1]+"/"+m[2], `\frac{`+plainFormula(m[1])+`}{`+plainFormula(m[2])+`}`)
	} else if m := eqRoot.FindStringSubmatch(code); m != nil {
		degree := ""
		if m[1] != "" {
			degree = "[" + plainFormula(m[1]) + "]"
		}
		made("√"+m[2], `\sqrt`+degree+`{`+plainFormula(m[2])+`}`)
	} else if m := eqShift.FindStringSubmatch(code); m != nil {
		as.sup, as.sub = strings.EqualFold(m[1], "up"), strings.EqualFold(m[1], "do")
		r.text(m[2], as)
	} else {
		text := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(code), "EQ"))
		r.lose(as, "word-formula", "text", text)
		r.text(text, as)
	}
}

// ringed is a number in a ring as one character; others stand without the ring.
func ringed(s string) string {
	if n := count(s); n > 0 {
		return numeral(n, "decimalEnclosedCircle")
	}
	return s
}
