package word

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/intake/script"
)

// sameScript puts a copy that was turned from Simplified into Traditional Chinese, or
// back, into the script of the document again: that is no change of each paragraph.
func (k *comparer) sameScript(theirs []*para, name string) {
	var all strings.Builder
	for _, p := range theirs {
		all.WriteString(p.text(false))
	}
	var own strings.Builder
	known := map[string]string{} // ours by what they say in Simplified
	for i := range k.ours {
		own.WriteString(k.ours[i].text)
	}
	from, to := script.Guess(all.String()), script.Guess(own.String())
	config := map[string]string{"zh-Hant zh-Hans": "t2s", "zh-Hans zh-Hant": "s2t"}[from+" "+to]
	if config == "" {
		return
	}
	simple := func(text string) string {
		out, _ := script.Convert(text, "t2s")
		return out
	}
	for i := range k.ours {
		known[simple(k.ours[i].text)] = k.ours[i].text
	}
	for _, p := range theirs {
		if text, ok := known[simple(p.text(false))]; ok && p.text(true) == p.text(false) && len(p.runs) > 0 {
			spread(p.runs, text)
			continue
		}
		for i := range p.runs {
			p.runs[i].text, _ = script.Convert(p.runs[i].text, config)
		}
	}
	k.found = append(k.found, problem(bulletins.Warning, "word-script", "name", name))
}

// spread writes a text into runs of as many characters.
func spread(runs []runIn, text string) {
	rest := []rune(text)
	for i := range runs {
		n := min(len([]rune(runs[i].text)), len(rest))
		if i == len(runs)-1 {
			n = len(rest)
		}
		runs[i].text, rest = string(rest[:n]), rest[n:]
	}
}
