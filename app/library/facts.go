package library

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"safety365/app/library/shelf"
	"safety365/app/look"
	"safety365/app/ui"
	"safety365/bulletins/kinds"
)

// factsOf are kind, language and date.
func factsOf(e *shelf.Entry) (facts []string) {
	if k, ok := kinds.Lookup(e.Kind); ok {
		facts = append(facts, k.Title(ui.Language()))
	} else if e.Kind != "" {
		facts = append(facts, e.Kind)
	}
	if e.Lang != "" {
		facts = append(facts, shortLanguage(e.Lang))
	}
	if !e.Date.IsZero() {
		facts = append(facts, e.Date.Format(time.DateOnly))
	}
	return facts
}

// joined is as many facts as one line has room for, none of them cut but a first one
// that is too long for any.
func joined(facts []string, width, size float32, style fyne.TextStyle) string {
	for n := len(facts); n > 1; n-- {
		if all := strings.Join(facts[:n], " · "); fyne.MeasureText(all, size, style).Width <= width {
			return all
		}
	}
	return strings.Join(facts[:min(1, len(facts))], "")
}

// stateOf says how far a document is, and in which colour.
func stateOf(e *shelf.Entry) (words string, color fyne.ThemeColorName) {
	switch e.State {
	case shelf.Broken:
		return reasonOf(e.Trouble), theme.ColorNameError
	case shelf.Faulty:
		return ui.Say("library-state-faulty", "count", strconv.Itoa(e.Errors)), theme.ColorNameError
	case shelf.Reviewed:
		return ui.Say("library-state-reviewed"), look.Info
	case shelf.Exported:
		return ui.Say("library-state-final"), theme.ColorNameSuccess
	case shelf.Draft:
		if e.Reviews > 0 {
			return ui.Say("library-state-review", "count", strconv.Itoa(e.Reviews)), theme.ColorNameWarning
		}
		return ui.Say("library-state-draft"), look.Quiet
	}
	return "", look.Quiet
}

// reasonOf says why a file cannot be read.
func reasonOf(err error) string {
	switch {
	case errors.Is(err, shelf.ErrBinary):
		return ui.Say("library-trouble-binary")
	case errors.Is(err, shelf.ErrTooLarge):
		return ui.Say("library-trouble-large")
	}
	return ui.Say("library-trouble-unreadable")
}

// timeOf writes a time as shortly as it is clear: the hour of today, the day of this
// year, or the date.
func timeOf(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	switch {
	case t.IsZero():
		return ""
	case t.Year() == now.Year() && t.YearDay() == now.YearDay():
		return t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("01-02")
	}
	return t.Format(time.DateOnly)
}
