package assets

import "strings"

// Message returns what is said under a code, and what to do about it. A code that
// has no words in the language is said in English, one that has none at all by the
// code itself. A sentence of the hint that names an argument which is empty or
// missing is left out: "Did you mean “{nearest}”?" is asked only when something is
// near.
func Message(lang, code string, args map[string]string) (message, hint string) {
	e, ok := find(messages, "messages/*.", lang, code)
	if !ok {
		return code, ""
	}
	get := func(name string) string {
		// Some arguments are words of ours: what {type} is called stands in the
		// catalogues as well.
		if word, ok := find(messages, "messages/*.", lang, name+"-"+args[name]); ok && word.hint == "" {
			return word.message
		}
		return args[name]
	}
	var b strings.Builder
	for _, sentence := range sentences(e.hint) {
		if !lacks(sentence, get) {
			b.WriteString(fill(sentence, get))
		}
	}
	return fill(e.message, get), strings.TrimSpace(b.String())
}

// fill puts arguments in place of {name}.
func fill(s string, get func(name string) string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		before, name, after := cutArgument(s)
		b.WriteString(before)
		if name == "" {
			return b.String()
		}
		b.WriteString(get(name))
		s = after
	}
}

// lacks reports whether an argument of a sentence is empty.
func lacks(s string, get func(name string) string) bool {
	for {
		_, name, after := cutArgument(s)
		if name == "" {
			return false
		}
		if get(name) == "" {
			return true
		}
		s = after
	}
}

// cutArgument finds the first {name}, a name being lower-case letters; braces round
// anything else are text.
func cutArgument(s string) (before, name, after string) {
	for from := 0; ; {
		open := strings.IndexByte(s[from:], '{')
		if open < 0 {
			return s, "", ""
		}
		open += from
		end := open + 1
		for end < len(s) && (s[end] >= 'a' && s[end] <= 'z') {
			end++
		}
		if end > open+1 && end < len(s) && s[end] == '}' {
			return s[:open], s[open+1 : end], s[end+1:]
		}
		from = open + 1
	}
}

// sentences cuts a text behind its stops.
func sentences(s string) []string {
	var out []string
	for s != "" {
		end := len(s)
		for i, c := range s {
			rest := s[i+len(string(c)):]
			if strings.ContainsRune("。？！", c) || strings.ContainsRune(".?!", c) && strings.HasPrefix(rest, " ") {
				end = len(s) - len(strings.TrimLeft(rest, " "))
				break
			}
		}
		out = append(out, s[:end])
		s = s[end:]
	}
	return out
}
