package command

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/ui"
)

func table(ran *string) Table {
	run := func(id string) func() { return func() { *ran = id } }
	return Table{
		{ID: "save", Menu: "file", Group: 1, Shortcut: Ctrl(fyne.KeyS), Run: run("save")},
		{ID: "save-as", Menu: "file", Group: 1, Shortcut: CtrlShift(fyne.KeyS), Run: run("save-as")},
		{ID: "print", Menu: "file", Group: 2, Run: run("print"), Enabled: func() bool { return false }},
		{ID: "shortcuts", Menu: "help", Keys: "F1", Run: run("shortcuts")},
		{ID: "next-problem", Menu: "tools", Keys: "Shift+F8", Run: run("next-problem")},
	}
}

func TestTable(t *testing.T) {
	ui.SetLanguage("zh-Hans")
	var ran string
	all := table(&ran)
	if !all.Shortcut(Ctrl(fyne.KeyS)) || ran != "save" {
		t.Errorf("Ctrl+S ran %q", ran)
	}
	if all.Shortcut(Ctrl(fyne.KeyQ)) {
		t.Error("Ctrl+Q is nobody's")
	}
	if !all.Key(fyne.KeyF8, fyne.KeyModifierShift) || ran != "next-problem" || all.Key(fyne.KeyF8, 0) {
		t.Errorf("Shift+F8 ran %q", ran)
	}
	all.Find("print").Do()
	if ran != "next-problem" {
		t.Error("what cannot be done was done")
	}
	var hints []string
	for _, c := range all {
		hints = append(hints, c.Hint())
	}
	if got := strings.Join(hints, " "); got != "Ctrl+S Ctrl+Shift+S  F1 Shift+F8" {
		t.Error(got)
	}
	menu := all.Menu()
	if len(menu.Items) != 3 || menu.Items[0].Label != "文件" || len(menu.Items[0].Items) != 4 || !menu.Items[0].Items[3].Disabled {
		t.Errorf("%d menus", len(menu.Items))
	}
}

// Parts offer their commands one after the other; the menu has them by groups, and
// says their keys.
func TestMenuOrder(t *testing.T) {
	ui.SetLanguage("zh-Hans")
	menu := Table{
		{ID: "quit", Menu: "file", Group: 3},
		{ID: "save", Menu: "file", Group: 1, Shortcut: Ctrl(fyne.KeyS)},
		{ID: "list-rename", Menu: "file", Group: 2, Keys: "F2"},
		{ID: "save-as", Menu: "file", Group: 1},
	}.Menu().Items[0]
	var got []string
	for _, item := range menu.Items {
		words := item.Label
		if s, ok := item.Shortcut.(fyne.KeyboardShortcut); ok {
			words += " " + string(s.Key())
		}
		got = append(got, words)
	}
	if words := strings.Join(got, ","); words != "保存 S,另存为…,,重命名… F2,,退出" || !menu.Items[5].IsQuit {
		t.Error(words)
	}
}

func TestMatching(t *testing.T) {
	ui.SetLanguage("zh-Hans")
	var ran string
	all := table(&ran)
	for words, want := range map[string]string{
		"保存": "save", "另存": "save-as", "文件 打印": "print", "save": "save", "为另存": "save-as", "没有的": "",
	} {
		got := ""
		if found := all.Matching(words); len(found) > 0 {
			got = found[0].ID
		}
		if got != want {
			t.Errorf("%s finds %q, wanted %q", words, got, want)
		}
	}
}

func TestPalette(t *testing.T) {
	test.NewTempApp(t)
	ui.SetLanguage("zh-Hans")
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(800, 600))
	var ran string
	all := table(&ran)
	all.ShowPalette(w)
	test.Type(w.Canvas().Focused(), "快捷")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if ran != "shortcuts" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("ran %q, still shown %v", ran, w.Canvas().Overlays().Top() != nil)
	}
	all.ShowPalette(w)
	if !ui.Escape() || w.Canvas().Overlays().Top() != nil || ui.Escape() {
		t.Error("Escape did not close the palette")
	}
	all.ShowPalette(w)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if ran != "save-as" {
		t.Errorf("the second is %q", ran)
	}
}
