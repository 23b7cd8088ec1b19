package kinds

import (
	"strconv"
	"time"

	"safety365/bulletins"
)

// A ledger is to be kept up to date (一本账): one whose figures are old when it is given
// out says so, and so does one whose file and whose day do not go together.

// The days after which figures are old, for ledgers are called in month by month, and
// within which a file may be changed before or after the day that is stated.
const (
	oldAfter = 31
	fileDays = 7
)

// checkAge reports figures that are older than a month on the day when the document was
// given out or, if that is not stated, today.
func checkAge(kind *Kind, meta *bulletins.Meta, today time.Time, report func(bulletins.Diagnostic)) {
	stated := meta.Values["as_of"]
	day, ok := bulletins.ParseDate(stated.Text)
	if given, known := bulletins.ParseDate(meta.Text("published")); known {
		today = given
	}
	if len(kind.lists) == 0 || !ok || today.IsZero() {
		return
	}
	if n := daysBetween(day, today); n > oldAfter {
		report(problem(bulletins.Warning, "ledger-old", stated.Range, "day", day.Format(time.DateOnly), "days", strconv.Itoa(n)))
	}
}

// checkFile reports a ledger's file that was left alone long before the day for which it
// is printed, or changed long after it.
func (m *maker) checkFile(b *book, at bulletins.Range) {
	day, ok := bulletins.ParseDate(m.scene.roll.day)
	if !ok || !m.scene.roll.dated || b.time.IsZero() {
		return
	}
	args := []string{"name", b.name, "changed", b.time.Format(time.DateOnly), "day", day.Format(time.DateOnly)}
	switch n := daysBetween(day, b.time); {
	case n < -fileDays:
		m.report(bulletins.Warning, "ledger-file-older", at, args...)
	case n > fileDays && !m.scene.roll.given:
		m.report(bulletins.Info, "ledger-file-newer", at, args...)
	}
}

// daysBetween counts calendar days; the time of day does not matter.
func daysBetween(from, to time.Time) int {
	date := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(date(to).Sub(date(from)) / (24 * time.Hour))
}
