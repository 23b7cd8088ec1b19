package ui

import (
	"testing"

	"safety365/bulletins"
)

func TestMessageSpeaksOfFields(t *testing.T) {
	SetLanguage("zh-Hans")
	d := bulletins.Diagnostic{Code: "field-type", Args: map[string]string{"key": "published", "type": "list"}}
	if message, _ := Message(d); message != "要素“发布日期”的写法不对。" {
		t.Error(message)
	}
	if d.Args["key"] != "published" {
		t.Error("the diagnostic was changed")
	}
}

type window struct{ shown, hidden int }

func (w *window) Show()                { w.shown++ }
func (w *window) Hide()                { w.hidden++; w.done() }
func (w *window) SetOnClosed(f func()) { closing = f }
func (w *window) done()                { closing() }

var closing func()

func TestEscape(t *testing.T) {
	w := &window{}
	Open(w)
	if w.shown != 1 || !Escape() || w.hidden != 1 || Escape() {
		t.Errorf("shown %d, hidden %d", w.shown, w.hidden)
	}
}

func TestGuard(t *testing.T) {
	old := Crashed
	defer func() { Crashed = old }()
	var told string
	Crashed = func(what string) { told = what }
	Guard(func() { panic("so") })
	if len(told) < 2 || told[:2] != "so" {
		t.Errorf("told %q", told)
	}
}
