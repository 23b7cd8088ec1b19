package fields

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

const notice = `---
kind: bulletin
lang: zh-Hans
title: 把隐患清在开工前
published: "2026-03-06"
author: [李晚舟, 顾南乔]
review: {first: 程砚}
own_key: 值
---

正文。
`

// told is a form that notes what it is told to change.
func told(t *testing.T, text string) (*Form, *[]string) {
	t.Helper()
	test.NewTempApp(t)
	var log []string
	f := New(Options{Apply: func(path []string, v drafting.Field) {
		log = append(log, fmt.Sprintf("%s=%v", strings.Join(path, "."), v))
	}})
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(320, 700))
	f.Set(bulletins.Parse("a.md", text, kinds.Schema()))
	return f, &log
}

func TestShowsWithoutTelling(t *testing.T) {
	f, log := told(t, notice)
	if len(*log) > 0 {
		t.Errorf("showing told %v", *log)
	}
	if got := f.controls["title"].(*text).entry.Text; got != "把隐患清在开工前" {
		t.Errorf("title shows %q", got)
	}
	if got := strings.Join(f.controls["author"].(*list).texts(), "、"); got != "李晚舟、顾南乔" {
		t.Errorf("authors show %q", got)
	}
	if got := f.controls["review"].(*group).controls["first"].(*list).texts(); len(got) != 1 || got[0] != "程砚" {
		t.Errorf("the first review shows %q", got)
	}
	if got := f.controls["own_key"].(*text).entry.Text; got != "值" {
		t.Errorf("a key of the author's own shows %q", got)
	}
}

func TestTellsWhatIsFilledIn(t *testing.T) {
	f, log := told(t, notice)
	f.controls["title"].(*text).entry.SetText("新标题")
	f.controls["subtitle"].(*text).entry.SetText("")
	f.controls["published"].(*date).entry.SetText("2026-04-01")
	authors := f.controls["author"].(*list)
	authors.add("") // an empty row is not told
	authors.rows.Objects[1].(*fyne.Container).Objects[0].(*ime.Entry).SetText("骆怀远")
	f.controls["review"].(*group).controls["final"].(*list).add("").SetText("王五")
	f.controls["title"].(*text).entry.SetText("")
	f.controls["lang"].(*choice).box.SetSelectedIndex(3)
	want := "title=新标题|published=2026-04-01|author=[李晚舟 骆怀远]|review.final=[王五]|title=<nil>|lang=en"
	if got := strings.Join(*log, "|"); got != want {
		t.Errorf("told %s\nwanted %s", got, want)
	}
}

func TestKeepsTheRowThatIsBeingFilledIn(t *testing.T) {
	f, _ := told(t, notice)
	authors := f.controls["author"].(*list)
	entry := authors.add("")
	f.Set(bulletins.Parse("a.md", notice, kinds.Schema()))
	if authors.rows.Objects[2].(*fyne.Container).Objects[0] != fyne.CanvasObject(entry) {
		t.Error("the empty row is gone")
	}
}

func TestCalendarPicks(t *testing.T) {
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	var picked time.Time
	c := newCalendar(time.Date(2026, 2, 6, 0, 0, 0, 0, time.UTC), func(d time.Time) { picked = d })
	if c.title.Text != "2026年2月" {
		t.Error(c.title.Text)
	}
	c.turn(1)
	c.picked(c.month)
	if got := picked.Format(isoDay); got != "2026-03-01" {
		t.Error(got)
	}
	// March 2026 begins on a Sunday: six empty places before it, 7 heads.
	if n := len(c.days.Objects); n != 7+6+31 {
		t.Errorf("%d places", n)
	}
}

// The calendar is closed by Escape and by a click beside it; then commands can be
// given again.
func TestCalendarCloses(t *testing.T) {
	f, _ := told(t, notice)
	d := f.controls["published"].(*date)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(f)
	button := d.box.Objects[1].(*widget.Button)
	for name, leave := range map[string]func(){
		"Escape":  func() { ui.Escape() },
		"a click": func() { test.TapCanvas(canvas, fyne.NewPos(2, 2)) },
	} {
		test.Tap(button)
		if canvas.Overlays().Top() == nil || !ui.Covered() {
			t.Fatal("there is no calendar")
		}
		leave()
		if canvas.Overlays().Top() != nil || ui.Covered() {
			t.Errorf("%s leaves it open", name)
		}
	}
}

// The wheel moves the form, whatever lies under the pointer.
func TestWheel(t *testing.T) {
	f, _ := told(t, notice)
	entry := f.controls["title"].(*text).entry
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(entry)
	test.Scroll(driver.CanvasForObject(f), at.AddXY(10, 10), 0, -50)
	if moved := at.Y - driver.AbsolutePositionForObject(entry).Y; moved != 50 {
		t.Errorf("the form moved by %v", moved)
	}
}

// Every key that a document may use has a name in every language.
func TestEveryFieldHasAName(t *testing.T) {
	var check func(prefix string, fields map[string]bulletins.Field)
	check = func(prefix string, fields map[string]bulletins.Field) {
		for key, field := range fields {
			if prefix == "" && (key == "settings" || key == "import_warnings") {
				continue
			}
			for _, lang := range assets.Languages {
				ui.SetLanguage(lang)
				if name := ui.FieldName(prefix + key); name == prefix+key {
					t.Errorf("%s has no name in %s", name, lang)
				}
			}
			check(prefix+key+".", field.Fields)
		}
	}
	check("", kinds.Schema().Fields)
}
