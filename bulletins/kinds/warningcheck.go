package kinds

import (
	"regexp"
	"strings"

	"safety365/bulletins"
)

// colorWords find the colour that a title names.
var colorWords = []struct {
	color string
	word  *regexp.Regexp
}{
	{"red", regexp.MustCompile(`(?i)红色|紅色|\bred\b|\bmerah\b`)},
	{"orange", regexp.MustCompile(`(?i)橙色|\borange\b|\boranye\b|\bjingga\b`)},
	{"yellow", regexp.MustCompile(`(?i)黄色|黃色|\byellow\b|\bkuning\b`)},
	{"blue", regexp.MustCompile(`(?i)蓝色|藍色|\bblue\b|\bbiru\b`)},
}

// checkWarning looks at the particulars of a warning: whether its colour is that of its
// level and of its title, and until when it holds.
func checkWarning(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	say := func(severity bulletins.Severity, code, key string, args ...string) {
		report(problem(severity, code, meta.Values[key].Range, args...))
	}
	color, level := oneLine(meta.Text("signal")), oneLine(meta.Text("signal_level"))
	if color == "" && level == "" {
		say(bulletins.Error, "warning-signal", "signal")
	}
	if want := colorOfLevel(level); color != "" && want != "" && want != color {
		d := problem(bulletins.Error, "warning-level", meta.Values["signal"].Range, "level", level, "color", color, "right", want)
		if r := meta.Values["signal"].Range; r.End-r.Start == len(color) {
			d.Fix = &bulletins.Fix{Range: r, Text: want}
		}
		report(d)
	}
	for _, w := range colorWords {
		if found := w.word.FindString(meta.Text("title")); found != "" && color != "" && w.color != color {
			say(bulletins.Error, "warning-title", "title", "found", found, "color", color)
		}
	}
	for _, need := range []struct{ key, code string }{{"hazard", "warning-hazard-missing"}, {"area", "warning-area-missing"}} {
		if len(filled(meta.List(need.key))) == 0 {
			say(bulletins.Warning, need.code, need.key)
		}
	}
	checkValidity(meta, bulletins.Error, report)
}

// checkReminder looks at the particulars of a reminder.
func checkReminder(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	checkValidity(meta, bulletins.Warning, report)
}

// checkValidity looks at the time for which something holds, which it has to say more or
// less severely, and whom to call.
func checkValidity(meta *bulletins.Meta, missing bulletins.Severity, report func(bulletins.Diagnostic)) {
	if oneLine(meta.Text("valid_until")) == "" {
		report(problem(missing, "warning-expiry", meta.Values["valid_until"].Range))
	}
	moment := func(key string) string { return strings.TrimSpace(meta.Text(key)) }
	until, ends := bulletins.ParseDate(moment("valid_until"))
	for _, key := range []string{"valid_from", "published"} {
		from, begins := bulletins.ParseDate(moment(key))
		if ends && begins && (until.Before(from) || until.Equal(from) && strings.Contains(moment(key), "T")) {
			report(problem(bulletins.Error, "warning-expired", meta.Values["valid_until"].Range, "until", moment("valid_until"), "from", moment(key)))
			break
		}
	}
	if oneLine(meta.Text("hotline")) == "" && len(filled(meta.List("contact"))) == 0 {
		report(problem(bulletins.Warning, "warning-phone-missing", meta.Values["hotline"].Range))
	}
}

// reviewWarning looks at the text of a warning.
func reviewWarning(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	checkAdvice(doc, report)
}

// checkAdvice says that there is no advice, or only half of it.
func checkAdvice(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	for i, top := range doc.Blocks {
		d, ok := top.Block.(*bulletins.Directive)
		if !ok || d.Name != "advice" {
			continue
		}
		if do, dont := adviceOf(d, top.Source); len(do) == 0 || len(dont) == 0 {
			report(problem(bulletins.Warning, "advice-half", bulletins.Range{Start: doc.Starts[i], End: doc.Starts[i] + len("::: advice")}))
		}
		return
	}
	report(problem(bulletins.Warning, "advice-missing", bulletins.Range{Start: len(doc.Text), End: len(doc.Text)}))
}
