package export

import (
	"errors"
	"path/filepath"
	"strconv"

	"safety365/app/keeping"
	"safety365/app/press"
	"safety365/app/ui"
)

// explain words an error about files, and what to do about it.
func explain(err error) (message, hint string) {
	var inside *press.InternalError
	if errors.As(err, &inside) {
		return ui.Say("export-internal", "what", inside.Error()), ui.Say("export-internal-hint")
	}
	var own *failure
	if errors.As(err, &own) {
		return ui.Say(own.key, own.args...), ""
	}
	return ui.Message(keeping.Explain(err))
}

// failure is an error in words of ours.
type failure struct {
	key  string
	args []string
}

func (f *failure) Error() string { return ui.Say(f.key, f.args...) }

// failed tells of something that did not work.
func (p *Panel) failed(err error) {
	message, hint := explain(err)
	if hint != "" {
		message += "\n" + hint
	}
	words := ui.NewText(message)
	d := ui.NewNotice(ui.Say("export-failed"), ui.Say("ok"), words, p.o.Window)
	ui.Open(d)
	fit(d, 460, p.o.Window)
}

// fileNames names one file, or the first of several.
func fileNames(files []string) string {
	switch len(files) {
	case 0:
		return ""
	case 1:
		return filepath.Base(files[0])
	}
	return ui.Say("export-files", "name", filepath.Base(files[0]), "count", strconv.Itoa(len(files)))
}
