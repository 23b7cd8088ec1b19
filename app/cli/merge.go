package cli

import (
	"os"
	"path/filepath"
	"strings"

	"safety365/app/press"
)

// merged is a document that is made of a text and a row of a table.
type merged struct {
	merge *press.Merge
	row   int    // of merge.Rows
	shown string // the document and the row, for what is said about it
}

// mergeSources makes a source for each row of the table that --data names, and where its
// PDF goes: a folder, that of -o or one beside the document.
func (c *command) mergeSources(sources []source, o *buildOptions) ([]source, []string, error) {
	if len(sources) != 1 {
		return nil, nil, c.usage("data-one")
	}
	s := sources[0]
	if info, err := os.Stat(o.out); o.out == standardOutput || strings.EqualFold(filepath.Ext(o.out), ".pdf") || err == nil && !info.IsDir() {
		return nil, nil, c.usage("data-folder", o.out)
	}
	text, err := c.read(s)
	if err != nil {
		return nil, nil, err
	}
	m, found, err := press.ReadMerge(s.path, text, o.data, o.sheet)
	if err != nil {
		return nil, nil, err
	}
	if o.json {
		if press.HasErrors(found) {
			c.printJSON(c.err, found)
		}
	} else {
		c.printFindings(c.err, found)
	}
	switch {
	case press.HasErrors(found):
		return nil, nil, press.ErrContent
	case len(m.Rows) == 0:
		return nil, nil, &fileError{c.say("data-rows", o.data)}
	}
	if o.out == "" {
		o.out = filepath.Join(s.folder(), outputName(s, ""))
	}
	o.out = strings.TrimRight(o.out, string(filepath.Separator)) + string(filepath.Separator)
	var rows []source
	var targets []string
	for i := range m.Rows {
		row, name := m.Place(i)
		own := s
		own.merged = &merged{m, i, c.say("data-row", s.path, row, name)}
		rows = append(rows, own)
		targets = append(targets, filepath.Join(o.out, m.FileName(i)+".pdf"))
	}
	return rows, targets, c.checkTargets(rows[:1], targets[:1])
}
