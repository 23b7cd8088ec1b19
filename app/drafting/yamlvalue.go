package drafting

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// FieldOf is a value as a Field.
func FieldOf(v bulletins.Value) Field {
	switch {
	case v.Map != nil:
		var m Map
		for _, k := range v.Keys {
			m = append(m, Entry{k, FieldOf(v.Map[k])})
		}
		return m
	case v.List != nil:
		var l List
		var items Items
		for _, e := range v.List {
			items = append(items, FieldOf(e))
			if e.Map == nil && e.List == nil {
				l = append(l, e.Text)
			}
		}
		if len(l) < len(items) {
			return items
		}
		return l
	}
	if v.Text == "true" || v.Text == "false" {
		return Flag(v.Text == "true")
	}
	return Text(v.Text)
}

// rewritten writes a text with the quotes that another had.
func rewritten(old string, value Field) string {
	text, ok := value.(Text)
	if !ok {
		return flowValue(value)
	}
	switch {
	case old[0] == '"':
		return inQuotes(string(text))
	case old[0] == '\'' && !strings.ContainsAny(string(text), "\n\t") && text != "":
		return "'" + strings.ReplaceAll(string(text), "'", "''") + "'"
	}
	return yamlWord(string(text), false)
}

// yamlValue writes what follows the colon of a key.
func yamlValue(value Field, indent int, flow bool) string {
	pad := "\n" + strings.Repeat(" ", indent+2)
	switch v := value.(type) {
	case List:
		if len(v) == 0 {
			return " []"
		}
		var b strings.Builder
		for _, s := range v {
			b.WriteString(pad + "- " + yamlWord(s, false))
		}
		return b.String()
	case Items:
		var b strings.Builder
		for _, item := range v {
			b.WriteString(pad + "- " + flowValue(item))
		}
		return b.String()
	case Map:
		if len(v) == 0 {
			return " {}"
		}
		var b strings.Builder
		for _, e := range v {
			b.WriteString(pad + yamlWord(e.Key, false) + ":" + yamlValue(e.Value, indent+2, false))
		}
		return b.String()
	}
	return " " + flowValue(value)
}

// flowValue writes a value on one line.
func flowValue(value Field) string {
	switch v := value.(type) {
	case Flag:
		if v {
			return "true"
		}
		return "false"
	case List:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = yamlWord(v[i], true)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Items:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = flowValue(v[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Map:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = yamlWord(v[i].Key, true) + ": " + flowValue(v[i].Value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case Text:
		return yamlWord(string(v), true)
	}
	return `""`
}

var (
	yamlPlain = regexp.MustCompile(`^[\p{L}][\p{L}\p{N}\p{M} _./()，。、；！？（）《》·—“”+-]*$`)
	yamlDate  = regexp.MustCompile(`^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,8}|0)$`)
	yamlWords = regexp.MustCompile(`(?i)^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$`)
)

// yamlWord writes a text, in quotes where YAML would take it for something else.
func yamlWord(s string, _ bool) string {
	if (yamlPlain.MatchString(s) && !yamlWords.MatchString(s) || yamlDate.MatchString(s)) && !strings.HasSuffix(s, " ") {
		return s
	}
	return inQuotes(s)
}

func inQuotes(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`, "\u2028", `\u2028`, "\u2029", `\u2029`, "\u0085", `\N`, "\ufeff", `\ufeff`).Replace(s) + `"`
}
