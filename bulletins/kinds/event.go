package kinds

import (
	"strings"
	"time"

	"safety365/bulletins"
)

// before says whether the day under one key is before that under another; not if either
// is missing or no date.
func before(meta *bulletins.Meta, key, other string) bool {
	t, ok := bulletins.ParseDate(strings.TrimSpace(meta.Text(key)))
	than, also := bulletins.ParseDate(strings.TrimSpace(meta.Text(other)))
	const day = 24 * time.Hour
	return ok && also && t.Truncate(day).Before(than.Truncate(day))
}

// checkReply looks at the date by which to answer: not before the document, nor after an
// event that it announces. One that tells of an event in the past may ask for answers.
func checkReply(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	text := func(key string) string { return strings.TrimSpace(meta.Text(key)) }
	at := meta.Values["reply_by"].Range
	if before(meta, "reply_by", "published") {
		report(problem(bulletins.Error, "reply-before-notice", at, "reply", text("reply_by"), "published", text("published")))
	}
	if before(meta, "event_date", "reply_by") && !before(meta, "event_date", "published") {
		report(problem(bulletins.Error, "reply-after-event", at, "reply", text("reply_by"), "event", text("event_date")))
	}
}

// checkPast reports an event that is still to come when it is told of.
func checkPast(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	if before(meta, "published", "event_date") {
		report(problem(bulletins.Error, "event-after-report", meta.Values["event_date"].Range))
	}
}
