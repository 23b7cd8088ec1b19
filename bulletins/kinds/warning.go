package kinds

import (
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// signals are the colours of warnings, by the level that each stands for: 1 is the
// gravest (Emergency Response Law of the PRC, chapter on monitoring and early warning).
var signals = []string{"red", "orange", "yellow", "blue"}

// warningOwn are the keys of warnings and reminders.
var warningOwn = fieldsOf{
	"signal":       choice(signals...),
	"signal_level": choice("1", "2", "3", "4"),
	"hazard":       text,
	"area":         texts,
	"valid_from":   date,
	"valid_until":  date,
}

// warning announces a danger (预警) in one of four colours, for a time and an area.
var warning = Kind{
	Name: "warning", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"signal", "signal_level", "title", "hazard", "area", "valid_from", "valid_until", "issuer", "number", "published",
		"hotline", "contact", "source", "editor", "review"},
	Own:  warningOwn,
	head: func(a *article) []layout.Block { return a.signalHead(a.warningBar()) }, close: signalClose, place: placeStripe,
	needs: []string{"issuer", "published"}, check: checkWarning, review: reviewWarning,
}

// safetyReminder tells people what to mind (安全提示).
var safetyReminder = Kind{
	Name: "safety-reminder", Group: Warning, Theme: "warning-yellow",
	Fields: []string{"title", "hazard", "area", "valid_from", "valid_until", "issuer", "number", "published", "audience",
		"hotline", "contact", "source", "editor", "review"},
	Own: warningOwn,
	head: func(a *article) []layout.Block {
		return a.signalHead(a.bar("green", a.phrase("reminder-word"), a.series()))
	}, close: signalClose, place: placeStripe,
	needs: []string{"issuer"}, check: checkReminder, review: checkAdvice,
}

// warningBar is the bar of a warning: its colour, and the colour and level in words.
func (a *article) warningBar() layout.Block {
	color := a.text("signal")
	if color == "" {
		color = colorOfLevel(a.text("signal_level"))
	}
	if color == "" {
		color = signals[len(signals)-1]
	}
	return a.bar(color, a.phrase("signal-"+color), a.phrase("signal-level", "level", strings.ToUpper(roman(levelOfColor(color))), "word", a.phrase("signal-level-"+color)))
}

// colorOfLevel is the colour of a level from 1 to 4, else "".
func colorOfLevel(level string) string {
	if n, err := strconv.Atoi(level); err == nil && n >= 1 && n <= len(signals) {
		return signals[n-1]
	}
	return ""
}

// levelOfColor is the level of a colour, 0 of one that stands for none.
func levelOfColor(color string) int {
	for i, c := range signals {
		if c == color {
			return i + 1
		}
	}
	return 0
}

// bar is a coloured bar with a large word at the left and a small one at the right.
func (a *article) bar(color, word, more string) layout.Block {
	role := "signal" + color
	style := a.styles.inside(role, a.styles.body)
	plain := a.styles.derive("bar", style, func(own *themes.Style) { own.Before, own.After = 0, 0 })
	t := a.words(word, plain)
	if more != "" {
		small := a.styles.mark("signalmore", plain)
		t.Inlines = append(t.Inlines, layout.Inline{Fill: true, Source: -1}, layout.Inline{Text: more, Style: small, Source: -1})
	}
	return &layout.Frame{Style: a.styles.theme.Style(role), Tag: page.RoleSect, Blocks: []layout.Block{t}}
}

// signalHead sets the bar, the title, who issues it, and the particulars.
func (a *article) signalHead(bar layout.Block) []layout.Block {
	out := append([]layout.Block{bar}, a.headline()...)
	out = append(out, a.lines("dateline", a.joined("part-join", a.names("issuer"), a.text("number"), printedMoment(a.scene.lang, a.text("published"))))...)
	return append(out, a.particulars(
		particular{"warning-hazard", a.text("hazard"), false},
		particular{"warning-area", a.names("area"), false},
		particular{"warning-valid", a.validity(), false},
		particular{"warning-audience", a.names("audience"), false},
		particular{"warning-phone", a.joined("part-join", a.text("hotline"), a.names("contact")), false},
	)...)
}

// validity is from when until when it holds.
func (a *article) validity() string {
	from, until := printedMoment(a.scene.lang, a.text("valid_from")), printedMoment(a.scene.lang, a.text("valid_until"))
	switch {
	case from == "" && until == "":
		return ""
	case until == "":
		return a.phrase("valid-from", "from", from)
	case from == "":
		return a.phrase("valid-until", "until", until)
	}
	return a.phrase("valid-range", "from", from, "until", until)
}

// signalClose sets the apparatus, without what the particulars have said.
func signalClose(a *article) []layout.Block {
	out := a.pairs(pair{"source-of-facts", a.text("source")}, pair{"editor", a.names("editor")},
		pair{"review-first", a.within("review", "first")},
		pair{"review-second", a.within("review", "second")},
		pair{"review-final", a.within("review", "final")})
	return a.underRule(out)
}

// underRule sets an apparatus below a thin rule.
func (a *article) underRule(out []layout.Block) []layout.Block {
	if len(out) == 0 {
		return nil
	}
	return []layout.Block{&layout.Frame{Style: a.styles.block("apparatusblock", "apparatus"), Blocks: append([]layout.Block{a.rule()}, out...)}}
}

// printedMoment is a date with its time of day, if it has one.
func printedMoment(lang, typed string) string {
	typed = strings.TrimSpace(typed)
	t, ok := bulletins.ParseDate(typed)
	if !ok || !strings.Contains(typed, "T") {
		return printedDate(lang, typed)
	}
	return assets.Phrase(lang, "moment", "date", printedDate(lang, typed), "time", printedTime(lang, t.Format("15:04")))
}
