package window

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"safety365/app/drafting"
	"safety365/app/press/numbers"
	"safety365/app/ui"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// proposeNumber fills in the number, or the issue, that follows those of the folder.
func (w *Window) proposeNumber() {
	d, dir := w.desk, w.folder
	meta := d.text.Document().Meta
	kind := meta.Text("kind")
	if kind == "" {
		kind = kinds.Names()[0]
	}
	wish := numbers.Wish{Kind: kind, Code: meta.Text("code"), Date: time.Now()}
	if day, ok := bulletins.ParseDate(strings.TrimSpace(meta.Text("published"))); ok {
		wish.Date = day
	}
	ui.Go(func() {
		entries, err := numbers.Read(dir)
		entries = slices.DeleteFunc(entries, func(e numbers.Entry) bool { return filepath.Clean(e.Path) == d.path })
		if wish.Code == "" {
			wish.Code = numbers.Office(dir).Text("code")
		}
		next, ok := numbers.Next(entries, wish)
		ui.Do(func() {
			switch {
			case err != nil:
				w.failed(err)
			case !ok:
				w.tell(ui.Say("fields-no-number"))
			case d.proof != nil:
				d.setFields(proposed(next))
			}
		})
	})
}

// proposed are the fields that a number fills in.
func proposed(next numbers.Proposal) []drafting.FieldValue {
	if next.Issue == 0 {
		return []drafting.FieldValue{{Path: []string{"number"}, Value: drafting.Text(next.Number)}}
	}
	all := []drafting.FieldValue{{Path: []string{"series", "issue"}, Value: drafting.Text(strconv.Itoa(next.Issue))}}
	if next.Total > 0 {
		all = append(all, drafting.FieldValue{Path: []string{"series", "total"}, Value: drafting.Text(strconv.Itoa(next.Total))})
	}
	return all
}
