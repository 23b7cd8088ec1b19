package editor

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins"
)

// input makes the field of an attribute.
func (f *form) input(key string, rule bulletins.Field, value string) (fyne.CanvasObject, fyne.Focusable) {
	set := func(value string) { f.set(key, value) }
	switch rule.Type {
	case bulletins.ChoiceField:
		return choice(key, rule.Choices, value, set)
	case bulletins.BoolField:
		on, _ := bulletins.ParseBool(value)
		check := ui.NewCheck("", nil)
		check.Checked = on
		check.OnChanged = func(on bool) {
			if on {
				set("true")
			} else {
				set("")
			}
		}
		return check, check
	}
	entry := newField(func(of *field, k fyne.KeyName, shift bool) bool { return f.popup.key(of, k, shift) })
	entry.SetText(value)
	if hint := ui.Say("attr-" + key + "-hint"); hint != "attr-"+key+"-hint" {
		entry.SetPlaceHolder(hint)
	}
	switch rule.Type {
	case bulletins.NumberField:
		entry.OnChanged = func(text string) {
			if digits := onlyDigits(text); digits != text {
				entry.SetText(digits)
				return
			}
			set(text)
		}
	case bulletins.DateField:
		entry.SetPlaceHolder(time.Now().Format(time.DateOnly))
		entry.OnChanged = set
		return container.NewBorder(nil, nil, nil, f.calendar(entry), entry), entry
	default:
		entry.OnChanged = set
	}
	return entry, entry
}

// calendar is the button that opens a calendar for a field.
func (f *form) calendar(entry *field) fyne.CanvasObject {
	var button *ui.Button
	button = ui.NewButtonWithIcon("", theme.CalendarIcon(), func() {
		day, ok := bulletins.ParseDate(entry.Text)
		if !ok {
			day = time.Now()
		}
		pos, size := f.editor.below(button)
		var p *popup
		p = f.editor.popUp(widget.NewCalendar(day, func(day time.Time) {
			entry.SetText(day.Format(time.DateOnly))
			p.close()
		}), pos, size)
	})
	return button
}

// choice is the field of an attribute that has a few values.
func choice(key string, values []string, value string, set func(string)) (fyne.CanvasObject, fyne.Focusable) {
	names := []string{ui.Say("choice-none")}
	for _, v := range values {
		names = append(names, ui.Say("choice-"+key+"-"+v))
	}
	s := ui.NewSelect(names, nil)
	s.SetSelectedIndex(1 + slices.Index(values, value))
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i > 0 {
			set(values[i-1])
		} else {
			set("")
		}
	}
	return s, s
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}
