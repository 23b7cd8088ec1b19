package fields

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
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

// manuscriptOf applies what a form tells to a text, and shows it, as the window does.
func manuscriptOf(t *testing.T, text string) (*Form, *string) {
	t.Helper()
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	var f *Form
	f = New(Options{Apply: func(path []string, v drafting.Field) {
		c, ok := drafting.SetField(bulletins.Parse("a.md", text, kinds.Schema()), path, v)
		if !ok {
			return
		}
		for i := len(c.Edits) - 1; i >= 0; i-- {
			e := c.Edits[i]
			text = text[:e.Range.Start] + e.Text + text[e.Range.End:]
		}
		f.Set(bulletins.Parse("a.md", text, kinds.Schema()))
	}})
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(320, 700))
	f.Set(bulletins.Parse("a.md", text, kinds.Schema()))
	return f, &text
}

const minutes = `---
kind: minutes
title: 会议纪要
venue: 三楼会议室
attendees:
  - 骆怀远（局长、书记）
  - {name: 程砚, posts: [科长], room: 301} # 新来的
  - name: 李晚舟
    unit: 应急办
chair: 顾南乔
letterhead: preprinted
waive: {title-missing: 旧文}
contact: [{name: 甲}]
---

正文。
`

// A person stays as written until something else is written beside the name.
func TestPeople(t *testing.T) {
	f, text := manuscriptOf(t, minutes)
	rows := f.controls["attendees"].(*people)
	if got := rows.all[0].entries["name"].Text + rows.all[1].entries["posts"].Text + rows.all[2].entries["unit"].Text; got != "骆怀远（局长、书记）科长应急办" {
		t.Errorf("shown %q", got)
	}
	rows.all[2].entries["phone"].SetText("0519-1")
	rows.all[0].entries["unit"].SetText("区应急局")
	f.controls["venue"].(*group).controls["address"].(*textControl).entry.SetText("青江路9号")
	for _, want := range []string{
		`- {name: 骆怀远（局长、书记）, unit: 区应急局}`, `- {name: 程砚, posts: [科长], room: 301}`,
		`- {name: 李晚舟, unit: 应急办, phone: "0519-1"}`, "chair: 顾南乔", "venue:\n  name: 三楼会议室\n  address: 青江路9号\n",
	} {
		if !strings.Contains(*text, want) {
			t.Errorf("%s is not in\n%s", want, *text)
		}
	}
	p := kinds.People(bulletins.Parse("", *text, kinds.Schema()).Meta.Values["attendees"])
	if len(p) != 3 || p[2].Phone != "0519-1" {
		t.Errorf("people are %+v", p)
	}
}

// Whatever is filled in, all other values stay what they are.
func TestOtherFieldsStay(t *testing.T) {
	f, text := manuscriptOf(t, minutes)
	keys := slices.Sorted(maps.Keys(f.controls))
	for i, key := range keys {
		before := bulletins.Parse("", *text, kinds.Schema()).Meta.Values
		word := fmt.Sprintf("词%d", i)
		switch c := f.controls[key].(type) {
		case *textControl:
			if !c.entry.Disabled() {
				c.entry.SetText(word)
			}
		case *list:
			if !c.kept {
				c.add("").SetText(word)
			}
		case *people:
			c.add(bulletins.Value{}).entries["name"].SetText(word)
		case *group:
			for inner := range c.controls {
				if e, ok := c.controls[inner].(*textControl); ok {
					e.entry.SetText(word)
				}
			}
		default:
			continue
		}
		after := bulletins.Parse("", *text, kinds.Schema()).Meta.Values
		for k, v := range before {
			if k != key && !reflect.DeepEqual(drafting.FieldOf(v), drafting.FieldOf(after[k])) {
				t.Fatalf("filling in %s made of %s %v", key, k, drafting.FieldOf(after[k]))
			}
		}
	}
	if !strings.Contains(*text, "contact: [{name: 甲}]") || !strings.Contains(*text, "waive: {title-missing: 旧文}") {
		t.Errorf("a rich value was damaged:\n%s", *text)
	}
}

// Choices are words; what a long form does not need is folded away.
func TestChoicesAndFold(t *testing.T) {
	f, text := manuscriptOf(t, strings.Replace(minutes, "minutes", "official", 1))
	c := f.controls["letterhead"].(*choice)
	if c.box.Selected != "预印版头纸" {
		t.Errorf("the letterhead is shown as %q", c.box.Selected)
	}
	c.box.SetSelected("版头照印")
	if !strings.Contains(*text, "letterhead: printed\n") {
		t.Error(*text)
	}
	if len(f.folded) == 0 || slices.Contains(f.folded, "letterhead") || slices.Contains(f.folded, "title") {
		t.Errorf("folded are %v", f.folded)
	}
}

type textControl = text

// What is not filled in can be filled in at once, a choice can be taken back, and what
// officials seldom state is out of the way.
func TestBeginning(t *testing.T) {
	f, text := manuscriptOf(t, "---\nlang: zh-Hans\nkind: official\ntitle: 题\nletterhead: printed\n---\n\n正文。\n")
	before := *text
	to := f.controls["to"].(*list)
	if len(to.rows.Objects) != 1 || slices.Contains(f.folded, "to") || !slices.Contains(f.folded, "urgency") {
		t.Fatalf("there are %d rows; folded are %v", len(to.rows.Objects), f.folded)
	}
	entry := func() *ime.Entry { return to.rows.Objects[0].(*fyne.Container).Objects[0].(*ime.Entry) }
	entry().SetText("各镇人民政府")
	if !strings.Contains(*text, "to:\n  - 各镇人民政府\n") {
		t.Error(*text)
	}
	test.Tap(to.rows.Objects[0].(*fyne.Container).Objects[1].(fyne.Tappable))
	if *text != before || len(to.rows.Objects) != 1 || entry().Text != "" {
		t.Errorf("taken out, it leaves %d rows and\n%s", len(to.rows.Objects), *text)
	}
	f.controls["letterhead"].(*choice).box.SetSelected(ui.Say("fields-usual"))
	if strings.Contains(*text, "letterhead") {
		t.Error(*text)
	}
}

// The user's own styles are offered when they are found, and the one that is stated is
// called what it calls itself.
func TestOwnThemes(t *testing.T) {
	f, _ := told(t, strings.Replace(notice, "lang", "theme: jiangan\nlang", 1))
	c := f.controls["theme"].(*choice)
	if c.box.Selected != "jiangan" {
		t.Errorf("shown is %q", c.box.Selected)
	}
	f.SetThemes([]Theme{{"jiangan", "江安简报"}, {"other", "别的"}})
	if c.box.Selected != "江安简报" || !slices.Contains(c.box.Options, "别的") {
		t.Errorf("shown is %q of %v", c.box.Selected, c.box.Options)
	}
}
