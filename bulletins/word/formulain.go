package word

import (
	"strings"
	"unicode"

	"safety365/bulletins"
	"safety365/bulletins/formula"
)

// formula reads a formula of Word (OMML). One that ours cannot hold stands as text on the
// line, and is told.
func (r *reader) formula(e *element, as runIn) {
	m := omml{}
	source := strings.TrimSpace(m.all(e))
	as.text, as.size = linear(e), r.size
	if strings.TrimSpace(as.text) == "" {
		return
	}
	if !m.failed && isFormula(source) {
		as.formula = source
	} else {
		r.lose(as, "word-formula", "text", excerpt(as.text))
	}
	r.text(as.text, as)
}

// isFormula says whether ours can hold a source.
func isFormula(source string) bool {
	whole := "$" + source + "$"
	_, faults := formula.Parse(source)
	return formula.Length(whole) == len(whole) && len(faults) == 0
}

// omml writes the source of a formula.
type omml struct{ failed bool }

func (m *omml) all(e *element) string {
	var b strings.Builder
	for _, k := range e.kids {
		part := m.one(k)
		if s := b.String(); endsInCommand(s) && part != "" && isASCIILetter(part[0]) {
			b.WriteByte(' ')
		}
		b.WriteString(part)
	}
	return b.String()
}

// of is the source of a child.
func (m *omml) of(e *element, name string) string { return m.all(e.childOr(name)) }

// group is the source of a child in braces.
func (m *omml) group(e *element, name string) string { return "{" + m.of(e, name) + "}" }

// base is what an index hangs on: in braces if it is more than a sign.
func (m *omml) base(e *element) string {
	s := m.of(e, "e")
	if len([]rune(s)) == 1 || strings.HasPrefix(s, `\mathrm{`) && strings.Count(s, "}") == 1 {
		return s
	}
	return "{" + s + "}"
}

// brackets are the signs that stand round what d holds, as ours are written.
var brackets = map[string]string{"{": `\{`, "}": `\}`, "‖": `\|`, "〈": "⟨", "〉": "⟩"}

// largeSigns are the signs of sums that have a command.
var largeSigns = map[string]string{"∑": `\sum`, "∏": `\prod`, "∫": `\int`, "": `\int`}

func (m *omml) one(e *element) string {
	props := e.child(e.name + "Pr")
	switch e.name {
	case "r":
		return m.run(e)
	case "oMath", "oMathPara", "e", "num", "den", "sub", "sup", "deg", "lim", "fName", "box", "ins", "sdt", "sdtContent", "smartTag", "argPr":
		return m.all(e)
	case "f":
		if props.val("type") == "noBar" {
			m.failed = true
		}
		return `\frac` + m.group(e, "num") + m.group(e, "den")
	case "sSup":
		return m.base(e) + "^" + m.group(e, "sup")
	case "sSub":
		return m.base(e) + "_" + m.group(e, "sub")
	case "sSubSup":
		return m.base(e) + "_" + m.group(e, "sub") + "^" + m.group(e, "sup")
	case "limLow":
		return m.base(e) + "_" + m.group(e, "lim")
	case "limUpp":
		return m.base(e) + "^" + m.group(e, "lim")
	case "rad":
		if deg := m.of(e, "deg"); deg != "" && !props.on("degHide") {
			return `\sqrt[` + deg + "]" + m.group(e, "e")
		}
		return `\sqrt` + m.group(e, "e")
	case "d":
		return m.delimited(e, props)
	case "nary":
		return m.nary(e, props)
	case "func":
		return m.function(e)
	case "eqArr":
		if n := 0; len(e.kids) > 0 {
			e.find("e", func(*element) { n++ })
			m.failed = m.failed || n > 1
		}
		return m.of(e, "e")
	case "acc", "bar", "borderBox", "groupChr", "m", "phant", "sPre", "AlternateContent":
		m.failed = true
	}
	return ""
}

// run is the source of letters and signs.
func (m *omml) run(e *element) string {
	text := ""
	for _, k := range e.kids {
		if k.name == "t" {
			text += k.words()
		}
	}
	props := e.child("rPr")
	letters := strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) && !bulletins.IsHan(c) })
	switch {
	case props.on("nor") && strings.TrimSpace(text) != "":
		return `\text{` + text + "}"
	case props.val("sty") == "p" && letters:
		return `\mathrm{` + plainFormula(text) + "}"
	case props.val("sty") == "b" && letters:
		return `\mathbf{` + plainFormula(text) + "}"
	}
	return plainFormula(text)
}

// plainFormula is a text as a formula has it: signs that are marks are escaped, Han stand
// as text.
func plainFormula(text string) string {
	var b strings.Builder
	han := false
	for _, c := range strings.TrimFunc(text, func(c rune) bool { return c < ' ' }) {
		wide := bulletins.IsHan(c) || c >= 0x3000 && c < 0x3040 || c >= 0xFF00 && c < 0xFFF0
		if wide != han {
			b.WriteString(map[bool]string{true: `\text{`, false: "}"}[wide])
			han = wide
		}
		switch c {
		case '%', '$', '&', '#', '_', '{', '}':
			b.WriteByte('\\')
		case '\\':
			b.WriteString(`\backslash `)
			continue
		case '^', '~':
			continue
		}
		b.WriteRune(c)
	}
	if han {
		b.WriteByte('}')
	}
	return b.String()
}

func (m *omml) delimited(e, props *element) string {
	sign := func(name, standard string) string {
		s := standard
		if k := props.child(name); k != nil {
			s = k.at("val")
		}
		if t, ok := brackets[s]; ok {
			return t
		}
		return s
	}
	var parts []string
	for _, k := range e.kids {
		if k.name == "e" {
			parts = append(parts, m.all(k))
		}
	}
	return sign("begChr", "(") + strings.Join(parts, sign("sepChr", "|")) + sign("endChr", ")")
}

func (m *omml) nary(e, props *element) string {
	s, ok := largeSigns[props.val("chr")]
	if !ok {
		s = props.val("chr")
	}
	if sub := m.of(e, "sub"); sub != "" && !props.on("subHide") {
		s += "_{" + sub + "}"
	}
	if sup := m.of(e, "sup"); sup != "" && !props.on("supHide") {
		s += "^{" + sup + "}"
	}
	return s + " " + m.of(e, "e")
}

// function is the name of a function and what it is of.
func (m *omml) function(e *element) string {
	name := m.of(e, "fName")
	plain := strings.TrimSuffix(strings.TrimPrefix(name, `\mathrm{`), "}")
	if _, faults := formula.Parse(`\` + plain); len(faults) == 0 && strings.IndexFunc(plain, func(c rune) bool { return c > 'z' || !isASCIILetter(byte(c)) }) < 0 {
		name = `\` + plain
	}
	return name + " " + m.of(e, "e")
}

func endsInCommand(s string) bool {
	i := strings.LastIndexByte(s, '\\')
	return i >= 0 && i+1 < len(s) && strings.TrimFunc(s[i+1:], func(c rune) bool { return c < 0x80 && isASCIILetter(byte(c)) }) == ""
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// linear is what a formula says on one line.
func linear(e *element) string {
	var b strings.Builder
	part := func(k *element, name, before, behind string) {
		if s := linear(k.childOr(name)); s != "" {
			b.WriteString(before + s + behind)
		}
	}
	for _, k := range e.kids {
		switch k.name {
		case "":
		case "t":
			b.WriteString(k.words())
		case "f":
			part(k, "num", "(", ")/")
			part(k, "den", "(", ")")
		case "rad":
			part(k, "deg", "(", ")")
			part(k, "e", "√(", ")")
		case "sSup", "sSub", "sSubSup", "limLow", "limUpp":
			b.WriteString(linear(k.childOr("e")))
			part(k, "sub", "_(", ")")
			part(k, "lim", "_(", ")")
			part(k, "sup", "^(", ")")
		case "nary":
			s := k.child("naryPr").val("chr")
			if s == "" {
				s = "∫"
			}
			b.WriteString(s)
			part(k, "sub", "_(", ")")
			part(k, "sup", "^(", ")")
			b.WriteString(" " + linear(k.childOr("e")))
		case "d":
			b.WriteString(bracketOf(k, "begChr", "(") + linear(k) + bracketOf(k, "endChr", ")"))
		case "acc":
			b.WriteString(linear(k.childOr("e")) + bracketOf(k, "chr", "\u0302"))
		case "mr":
			if b.Len() > 0 {
				b.WriteString("; ")
			}
			b.WriteString(linear(k))
		case "e":
			if b.Len() > 0 {
				b.WriteString(" ")
			}
			b.WriteString(linear(k))
		default:
			b.WriteString(linear(k))
		}
	}
	return b.String()
}

func bracketOf(e *element, name, standard string) string {
	if c := e.child(e.name+"Pr", name); c != nil {
		return c.at("val")
	}
	return standard
}
