package kinds

import (
	"strings"
	"testing"

	"safety365/bulletins/intake/script"
)

// bothScripts are at home in Traditional Chinese although OpenCC writes them otherwise.
const bothScripts = "台布群准里"

// TestStarterScript: no character of one script slips into the starters of the other.
func TestStarterScript(t *testing.T) {
	for _, c := range []struct{ lang, config string }{{"zh-Hant", "s2t"}, {"zh-Hans", "t2s"}} {
		for _, kind := range Names() {
			text, err := Starter(kind, c.lang)
			if err != nil {
				continue // the kind is not Chinese
			}
			for i, line := range strings.Split(text, "\n") {
				for _, r := range line {
					if other, _ := script.Convert(string(r), c.config); other != string(r) && !strings.ContainsRune(bothScripts, r) {
						t.Errorf("%s.%s, line %d: %c should be %s", kind, c.lang, i+1, r, other)
					}
				}
			}
		}
	}
}
