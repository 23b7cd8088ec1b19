package cli

import (
	"os"
	"strconv"
	"strings"
	"time"

	"safety365/app/press"
)

// work is what counts for every document of a command.
type work struct {
	*command
	press.Settings
	date    time.Time // SOURCE_DATE_EPOCH, or zero
	workers int       // paragraphs set at once; 0: one a core
}

// begin reads what counts for every document.
func (c *command) begin(s press.Settings) (work, error) {
	w := work{command: c, Settings: s}
	if err := c.checkSets(s.Sets); err != nil {
		return w, err
	}
	var err error
	if w.Today, err = c.day(""); err != nil {
		return w, err
	}
	if w.date, err = c.sourceDate(); err != nil {
		return w, err
	}
	return w, w.ReadTheme()
}

// job reads a document.
func (w *work) job(s source) (*press.Job, error) {
	job := &press.Job{Path: s.shown(), Dir: s.folder(), Settings: w.Settings, Date: w.date, Workers: w.workers}
	var err error
	job.Text, err = w.read(s)
	return job, err
}

// sourceDate reads the date that reproducible builds set, for documents that have
// none.
func (c *command) sourceDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	// Dates in a PDF have four digits for the year.
	if last := int64(253402300799); err != nil || seconds < 0 || seconds > last {
		return time.Time{}, c.usage("epoch", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// checkSets refuses what is no PATH=VALUE; what the path means is for themes.
func (c *command) checkSets(sets []string) error {
	for _, s := range sets {
		if path, _, ok := strings.Cut(s, "="); !ok || path == "" {
			return c.usage("bad-set", s)
		}
	}
	return nil
}
