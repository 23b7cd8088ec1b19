package word

import "strings"

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
