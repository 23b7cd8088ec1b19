package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"safety365/app/ime"
	"safety365/app/library/shelf"
	"safety365/app/look"
	"safety365/assets"
)

func TestListShots(t *testing.T) {
	if os.Getenv("SAFETY365_SHOTS") == "" {
		t.Skip("nobody looks")
	}
	for _, lang := range assets.Languages {
		for _, shade := range []look.Shade{look.Light, look.Dark} {
			for _, width := range []float32{240, 340} {
				d := newDesk(t, documents(t), lang, shade, fyne.NewSize(width, 640))
				d.SetOpen(d.entries[1].Path)
				d.row(t, "c").MouseIn(&desktop.MouseEvent{})
				shoot(t, d.w, "list-%s-%s-%.0f", lang, shade, width)
				d.SetOpen(d.entries[0].Path)
				d.clickRow(t, "c", fyne.KeyModifierShift)
				shoot(t, d.w, "list-%s-%s-%.0f-several", lang, shade, width)
				d.Search("隐患")
				until(t, "hits", func() bool { return len(d.hits) > 4 })
				d.found.focus()
				shoot(t, d.w, "list-%s-%s-%.0f-search", lang, shade, width)
				if lang == "zh-Hans" && width == 240 {
					d.w.Canvas().(interface{ SetScale(float32) }).SetScale(2)
					d.box.SetText("")
					shoot(t, d.w, "list2x-%s", shade)
					d.w.Canvas().(interface{ SetScale(float32) }).SetScale(1)
				}
				d.box.SetText("")
				d.box.SetText("没有这样的")
				shoot(t, d.w, "list-%s-%s-%.0f-none", lang, shade, width)
				d.SetFolder("")
				shoot(t, d.w, "list-%s-%s-%.0f-nofolder", lang, shade, width)
			}
		}
	}
	d := newDesk(t, documents(t), "zh-Hans", look.Light, fyne.NewSize(900, 600))
	d.menuFor(1, fyne.NewPos(100, 100))
	shoot(t, d.w, "list-menu")
	d.w.Canvas().Overlays().Top().Hide()
	d.rename()
	shoot(t, d.w, "list-rename")
	d.w.Canvas().Overlays().Top().Hide()
	d.bin()
	shoot(t, d.w, "list-bin")
}

func TestListClicks(t *testing.T) {
	d := newDesk(t, documents(t), "zh-Hans", look.Light, fyne.NewSize(300, 700))
	if got := d.labels(); got != "abcdefg" {
		t.Fatalf("listed %s", got)
	}
	d.clickRow(t, "b", 0)
	d.expect(t, "open b.md")
	d.clickRow(t, "d", fyne.KeyModifierShift)
	d.clickRow(t, "f", fyne.KeyModifierShortcutDefault)
	if got := d.Selected(); len(got) != 4 {
		t.Errorf("%d are selected, want b, c, d and f", len(got))
	}
	test.Tap(iconButton(t, d.several, 0))
	d.expect(t, "export 4")
	d.clickRow(t, "f", fyne.KeyModifierShortcutDefault)
	if got := d.Selected(); len(got) != 3 {
		t.Errorf("%d are selected after one was taken away", len(got))
	}
	// A click on the dots, and the second button, show the menu for the row.
	r := d.row(t, "e")
	test.TapAt(r, fyne.NewPos(r.Size().Width-10, 10))
	if got := d.Selected(); len(got) != 1 || filepath.Base(got[0]) != "e.md" || d.w.Canvas().Overlays().Top() == nil {
		t.Errorf("the menu is for %v", got)
	}
	d.w.Canvas().Overlays().Top().Hide()
	test.TapSecondaryAt(d.row(t, "a"), fyne.NewPos(10, 10))
	if got := d.Selected(); filepath.Base(got[0]) != "a.md" {
		t.Errorf("the menu is for %v", got)
	}
}

// iconButton finds a button of a row of them.
func iconButton(t *testing.T, c *fyne.Container, i int) fyne.Tappable {
	t.Helper()
	return c.Objects[i].(fyne.Tappable)
}

func TestListKeys(t *testing.T) {
	d := newDesk(t, documents(t), "zh-Hans", look.Light, fyne.NewSize(300, 700))
	d.w.Canvas().Focus(d.rows)
	typeKeys(d.w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d.expect(t, "open c.md")
	typeKeys(d.w, fyne.KeyEnd, fyne.KeyEnter)
	d.expect(t, "open g.md")
	typeKeys(d.w, fyne.KeyHome)
	heldKeys = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	typeKeys(d.w, fyne.KeyDown, fyne.KeyDown)
	if n := len(d.Selected()); n != 3 {
		t.Errorf("%d are selected with Shift", n)
	}
	heldKeys = func() fyne.KeyModifier { return 0 }
	typeKeys(d.w, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyUp)
	if f := d.w.Canvas().Focused(); f != fyne.Focusable(d.box) {
		t.Errorf("up from the first row is %T", f)
	}
	typeKeys(d.w, fyne.KeyDown)
	if f := d.w.Canvas().Focused(); f != fyne.Focusable(d.rows) {
		t.Errorf("down from the box is %T", f)
	}
	d.rows.TypedRune('螺')
	until(t, "filter", func() bool { return d.labels() == "b" })
	typeKeys(d.w, fyne.KeyEscape)
	until(t, "no filter", func() bool { return d.labels() == "abcdefg" })
	typeKeys(d.w, fyne.KeyDown, fyne.KeyF2)
	if d.w.Canvas().Overlays().Top() == nil {
		t.Error("F2 asks nothing")
	}
}

func TestListFilterAndSort(t *testing.T) {
	d := newDesk(t, documents(t), "zh-Hans", look.Light, fyne.NewSize(300, 700))
	for _, c := range [][2]string{{"隐患", "ac"}, {"FOUR", "e"}, {"螺栓 别", "b"}, {"没有这样的", ""}} {
		d.box.SetText(c[0])
		until(t, c[0], func() bool { return d.labels() == c[1] })
	}
	if o := d.instead(); o == nil {
		t.Error("an empty list does not say why")
	}
	d.box.SetText("")
	for i, want := range []string{"abcdefg", "", "abcdefg", ""} { // modified, title, name, date
		d.sortings().Items[i].Action()
		if want != "" {
			until(t, "sorted", func() bool { return d.labels() == want })
		}
	}
	d.sortings().Items[2].Action()
	d.sortings().Items[5].Action() // reverse
	until(t, "reversed", func() bool { return d.labels() == "gfedcba" })
}

func TestListSearch(t *testing.T) {
	d := newDesk(t, documents(t), "zh-Hans", look.Light, fyne.NewSize(300, 700))
	d.Search("隐患")
	until(t, "search", func() bool { return strings.Contains(d.hitText, "2 篇") })
	var lines []string
	for _, h := range d.hits {
		if h.document != nil {
			lines = append(lines, fmt.Sprint(h.document.Name, h.count))
			continue
		}
		lines = append(lines, h.hit.Excerpt)
	}
	want := "a3|把隐患清在开工前 把责任落到班组里|会议通报，共排查隐患900条。|已整改864条隐患。|c1|“每条隐患，都要有人认领”"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	typeKeys(d.w, fyne.KeyDown) // from the box into the hits
	typeKeys(d.w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	text, _ := shelf.ReadText(filepath.Join(d.Folder(), "a.md"))
	d.expect(t, fmt.Sprintf("at %d+6 a.md", strings.Index(text, "隐患900")))
	typeKeys(d.w, fyne.KeyHome, fyne.KeyReturn)
	d.expect(t, "open a.md")
	typeKeys(d.w, fyne.KeyEscape)
	if d.full || d.found.Visible() {
		t.Error("Escape does not end the search")
	}
	d.query.Regexp = true
	d.Search("(")
	until(t, "a faulty expression is said", func() bool { return d.hitText == "正则表达式有误" })
}

func TestListRename(t *testing.T) {
	dir := documents(t)
	if err := os.WriteFile(filepath.Join(dir, "link.md"), []byte("见[上期](b.md)。\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, dir, "zh-Hans", look.Light, fyne.NewSize(600, 700))
	ask := func(name, to string) {
		t.Helper()
		d.selectOnly(d.index(filepath.Join(dir, name)))
		d.rename()
		top := d.w.Canvas().Overlays().Top()
		for _, o := range objects(top) {
			if e, ok := o.(*ime.Entry); ok {
				e.SetText(to)
			}
		}
		test.Tap(overlayButton(t, d.w, "确定"))
	}
	ask("a.md", "会议/新闻")
	d.expect(t, "moved a.md 会议／新闻.md")
	until(t, "listed", func() bool { return d.index(filepath.Join(dir, "会议／新闻.md")) >= 0 })
	if got := d.Selected(); len(got) != 1 || filepath.Base(got[0]) != "会议／新闻.md" {
		t.Errorf("selected is %v", got)
	}
	ask("c.md", "d")
	d.expect(t, "没能改名 已有同名的文件。")
	ask("c.md", "c") // nothing
	// Another document links to b: it is asked once more.
	ask("b.md", "螺栓")
	until(t, "asked", func() bool { return d.w.Canvas().Overlays().Top() != nil })
	test.Tap(overlayButton(t, d.w, "重命名"))
	d.expect(t, "moved b.md 螺栓.md")
}

func TestListActions(t *testing.T) {
	dir := documents(t)
	d := newDesk(t, dir, "zh-Hans", look.Light, fyne.NewSize(600, 700))
	item := func(words string) *fyne.MenuItem {
		t.Helper()
		for _, i := range d.menu().Items {
			if i.Label == words {
				return i
			}
		}
		t.Fatalf("no item %s", words)
		return nil
	}
	d.selectOnly(1)
	item("打开").Action()
	d.expect(t, "open b.md")
	item("在文件管理器中显示").Action()
	d.expect(t, "reveal b.md")
	item("导出…").Action()
	d.expect(t, "export 1")
	item("以此为底稿新建").Action()
	d.expect(t, "open b 2.md")
	if data, _ := os.ReadFile(filepath.Join(dir, "b 2.md")); !strings.Contains(string(data), "另一颗") {
		t.Error("the new document is not made from the old one")
	}
	until(t, "listed and selected", func() bool { return d.one() == filepath.Join(dir, "b 2.md") })
	d.selectOnly(d.index(filepath.Join(dir, "c.md")))
	item("创建副本").Action()
	until(t, "copied", func() bool { return d.index(filepath.Join(dir, "c - 副本.md")) >= 0 })
	d.selectOnly(d.index(filepath.Join(dir, "c.md")))
	d.toggle(d.index(filepath.Join(dir, "d.md")))
	if !item("打开").Disabled || !item("重命名").Disabled || item("导出…").Disabled {
		t.Error("the menu of several offers what is for one")
	}
	item("移到回收站").Action()
	test.Tap(overlayButton(t, d.w, "移到回收站"))
	d.expect(t, "removed c.md", "removed d.md")
	until(t, "gone", func() bool { return d.index(filepath.Join(dir, "c.md")) < 0 && d.index(filepath.Join(dir, "d.md")) < 0 })
	// A bin that does not take a file says so; the file stays.
	d.o.Trash = func(string) error { return errors.New("voll") }
	d.selectOnly(d.index(filepath.Join(dir, "e.md")))
	d.bin()
	test.Tap(overlayButton(t, d.w, "移到回收站"))
	d.expect(t, "没能移到回收站 voll")
}

func TestListFolders(t *testing.T) {
	d := newDesk(t, "", "zh-Hans", look.Light, fyne.NewSize(300, 700))
	test.Tap(button(t, d.nothing, "打开文件夹…"))
	d.expect(t, "folder")
	empty := t.TempDir()
	d.SetFolder(empty)
	until(t, "empty", func() bool { return d.instead() != nil })
	test.Tap(button(t, d.nothing, "新建文稿"))
	d.expect(t, "new")
	os.RemoveAll(empty)
	d.Rescan()
	until(t, "gone", func() bool { return d.status.Err != nil })
	os.Mkdir(empty, 0o755)
	test.Tap(button(t, d.nothing, "重试"))
	until(t, "back", func() bool { return d.status.Err == nil })
	// A document that is made appears and is marked as the one open.
	path, err := shelf.Create(empty, "新的", "# 新的\n")
	if err != nil {
		t.Fatal(err)
	}
	d.SetOpen(path)
	d.Rescan(path)
	until(t, "listed", func() bool { return d.index(path) >= 0 })
	if got := d.Selected(); len(got) != 1 || got[0] != path {
		t.Errorf("selected is %v", got)
	}
}

func TestListCommands(t *testing.T) {
	d := newDesk(t, documents(t), "zh-Hans", look.Light, fyne.NewSize(300, 700))
	for _, c := range d.Commands() {
		if c.Title() == "command-"+c.ID {
			t.Errorf("%s has no words", c.ID)
		}
		if c.ID == "list-reveal" {
			if c.Ready() {
				t.Error("nothing is selected or open, and yet it can be shown")
			}
			d.SetOpen(d.entries[2].Path)
			c.Do()
			d.expect(t, "reveal c.md")
		}
	}
}

// TestLargeFolder: ten thousand documents are listed, filtered and moved through;
// rows exist only for those that are seen.
func TestLargeFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("writes ten thousand files")
	}
	dir := t.TempDir()
	for i := range 10_000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.md", i)), []byte(fmt.Sprintf("# 第%d期\n", i)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d := newDesk(t, "", "zh-Hans", look.Light, fyne.NewSize(300, 700))
	d.SetFolder(dir)
	until(t, "the first names", func() bool { return len(d.entries) > 0 })
	until(t, "all", func() bool { return len(d.entries) == 10_000 && !d.status.Busy() })
	d.w.Canvas().Focus(d.rows)
	typeKeys(d.w, fyne.KeyEnd, fyne.KeyReturn)
	if len(d.did) != 1 {
		t.Error("the last one does not open")
	}
	count := 0
	for _, o := range objects(d.rows) {
		if _, ok := o.(*row); ok {
			count++
		}
	}
	if count > 30 {
		t.Errorf("%d rows exist", count)
	}
	d.box.SetText("第9999期")
	until(t, "filtered", func() bool { return len(d.entries) == 1 })
}
