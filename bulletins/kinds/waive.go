package kinds

import (
	"strings"

	"safety365/bulletins"
)

// waivable are the errors that an office may overrule: they are about what it may well
// mean. Every warning can be waived.
var waivable = map[string]bool{"stale-year": true, "stale-ordinal": true, "quote-unverified": true}

// waive makes what the front matter waives, code by code and with a reason, a mere
// remark. A waiver without a reason waives nothing.
func waive(meta *bulletins.Meta, found []bulletins.Diagnostic) []bulletins.Diagnostic {
	waived := meta.Values["waive"]
	if len(waived.Keys) == 0 {
		return found
	}
	for _, code := range waived.Keys {
		if strings.TrimSpace(waived.Map[code].Text) == "" {
			found = append(found, problem(bulletins.Warning, "waive-reason", waived.Range, "code", code))
		}
	}
	for i, d := range found {
		reason := strings.TrimSpace(waived.Map[d.Code].Text)
		if reason != "" && (d.Severity == bulletins.Warning || d.Severity == bulletins.Error && waivable[d.Code]) {
			found[i].Severity = bulletins.Info
		}
	}
	return found
}
