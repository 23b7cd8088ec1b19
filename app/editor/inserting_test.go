package editor

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"safety365/app/ui"
	"safety365/bulletins/kinds"
)

func TestTablePicker(t *testing.T) {
	s := newStage(t, "", setting{})
	s.table["insert-table"].Do()
	var g *grid
	for _, o := range test.LaidOutObjects(s.overlay()) {
		if found, ok := o.(*grid); ok {
			g = found
		}
	}
	if g == nil {
		t.Fatal("no picker")
	}
	for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn} { // 2 × 2
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if s.overlay() != nil {
		t.Error("the picker stays")
	}
	s.typed("日期")
	s.key(fyne.KeyTab)
	s.typed("活动")
	s.key(fyne.KeyTab)
	s.typed("六月")
	s.key(fyne.KeyTab)
	s.typed("启动")
	if got := regexp.MustCompile(` +`).ReplaceAllString(s.text(), " "); !strings.Contains(got, "| 日期 | 活动 |\n|---|---|\n| 六月 | 启动 |") {
		t.Errorf("the table is %q", s.text())
	}
	s.shifted(fyne.KeyTab)
	if at := s.manuscript.Selection().Start(); at > s.find("六月")+6 {
		t.Errorf("Shift+Tab goes to %d", at)
	}
}

func TestGridSweep(t *testing.T) {
	s := newStage(t, "", setting{})
	s.pickTable(nil)
	g := s.window.Canvas().Focused().(*grid)
	size := g.Size()
	g.at(fyne.NewPos(size.Width*0.55, size.Height*0.3))
	if g.rows != 3 || g.cols != 5 {
		t.Errorf("%d × %d", g.rows, g.cols)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.overlay() != nil || s.text() != "" {
		t.Error("Escape puts something in")
	}
}

func TestBlocks(t *testing.T) {
	for _, name := range blocks() {
		if name == "table" {
			continue
		}
		s := newStage(t, "", setting{})
		s.insertBlock(name)
		if got := s.text(); !strings.Contains(got, "::: "+name) {
			t.Errorf("%s: %q", name, got)
		}
		s.undo()
		s.want("")
	}
	s := newStage(t, "动火须有许可。", setting{})
	s.selectAll()
	s.pickBlock(nil)
	row := s.window.Canvas().Focused().(*choiceRow)
	row.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := s.text(); !strings.HasPrefix(got, "::: callout") || !strings.Contains(got, "动火须有许可。") {
		t.Errorf("the selection in a box: %q", got)
	}
}

func TestTableSettings(t *testing.T) {
	s := newStage(t, "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n", setting{})
	s.caretAt(s.find("丁"))
	s.table["table-settings"].Do()
	if s.overlay() == nil {
		t.Fatalf("no form; the text is %q", s.text())
	}
	fields := fieldsIn(s.overlay())
	fields[0].SetText("活动安排")
	if got := s.text(); !strings.Contains(got, "::: table {caption=活动安排}") || !strings.Contains(got, "丁") {
		t.Errorf("the text is %q", got)
	}
	s.shot("form-table")
}

// answer fills a form with one field and says yes.
func (s *stage) answer(text string) {
	s.t.Helper()
	fields := fieldsIn(s.overlay())
	if len(fields) == 0 {
		s.t.Fatal("no form")
	}
	f := fields[len(fields)-1]
	f.SetText(text)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestNoteRubyLink(t *testing.T) {
	s := newStage(t, "排查隐患。", setting{})
	s.caretAt(len("排查隐患"))
	s.table["insert-note"].Do()
	s.shot("form-note")
	s.answer("指潜在的危险。")
	if got := s.text(); !strings.Contains(got, "隐患[^1]。") || !strings.Contains(got, "[^1]: 指潜在的危险。") {
		t.Errorf("with a note: %q", got)
	}
	s = newStage(t, "排查隐患。", setting{})
	s.caretAt(len("排查"))
	s.shifted(fyne.KeyRight, fyne.KeyRight)
	s.table["insert-ruby"].Do()
	s.answer("yǐn huàn")
	if got := s.text(); !strings.Contains(got, ":ruby[隐患]{yǐn huàn}") {
		t.Errorf("with its reading: %q", got)
	}
	s = newStage(t, "排查隐患。", setting{})
	s.shifted(fyne.KeyRight, fyne.KeyRight)
	s.table["insert-link"].Do()
	s.answer("https://example.org/")
	if got := s.text(); !strings.Contains(got, "[排查](https://example.org/)") {
		t.Errorf("with a link: %q", got)
	}
}

func TestSnippets(t *testing.T) {
	var kept []string
	s := newStage(t, "安全第一", setting{options: Options{
		Snippets:    func() []string { return []string{"我的话"} },
		SaveSnippet: func(p string) { kept = append(kept, p) },
	}})
	if s.table["save-snippet"].Ready() {
		t.Error("nothing can be kept")
	}
	s.selectAll()
	s.table["save-snippet"].Do()
	if len(kept) != 1 || kept[0] != "安全第一" {
		t.Errorf("kept %q", kept)
	}
	s.caretAt(len(s.text()))
	s.table["insert-snippet"].Do()
	menu := s.overlay()
	if menu == nil {
		t.Fatal("no menu")
	}
	menu.(interface{ Refresh() }).Refresh()
	s.shot("snippets")
}

func TestToolbarFollows(t *testing.T) {
	s := newStage(t, "# 通知\n\n**安全**第一\n", setting{})
	tools := s.tools
	s.caretAt(3)
	if tools.style.Text != "标题 1" {
		t.Errorf("the style is %q", tools.style.Text)
	}
	s.caretAt(s.find("全**"))
	if tools.style.Text != "正文" {
		t.Errorf("the style is %q", tools.style.Text)
	}
	for _, tool := range tools.all {
		if tool.command != nil && tool.command.ID == "strong" && tool.button.Importance != widget.HighImportance {
			t.Error("bold is not lit")
		}
	}
}

// TestToolbarFits: nothing sticks out of the bar, and what has no room is in the menu.
func TestToolbarFits(t *testing.T) {
	for _, lang := range []string{"zh-Hans", "zh-Hant", "en", "id"} {
		for _, width := range []float32{320, 640, 900, 1400} {
			s := newStage(t, "", setting{lang: lang, width: width, height: 300})
			tools := s.tools
			hidden := 0
			for _, tool := range tools.all {
				if !tool.object.Visible() {
					hidden++
				} else if tool.object.Position().X+tool.object.Size().Width > width {
					t.Errorf("%s, %v: a tool sticks out", lang, width)
				} else if tool.button != nil && tool.button.MinSize().Width > tool.object.Size().Width+0.5 {
					t.Errorf("%s, %v: %q has no room", lang, width, tool.button.Text)
				}
			}
			if tools.more.Visible() != (hidden > 0) {
				t.Errorf("%s, %v: %d hidden", lang, width, hidden)
			}
			if tools.more.Visible() && tools.more.Position().X+tools.more.Size().Width > width {
				t.Errorf("%s, %v: the menu sticks out", lang, width)
			}
			if width > 1000 && hidden > 0 {
				t.Errorf("%s, %v: %d hidden", lang, width, hidden)
			}
		}
	}
}

// labels reads the labels of one language.
func labels(t *testing.T, lang string) map[string]string {
	files, err := filepath.Glob(filepath.Join("..", "..", "assets", "labels", "*."+lang+".yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	all := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if key, value, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && !strings.HasPrefix(line, "#") {
				all[key] = value
			}
		}
	}
	return all
}

// TestLabels: all four languages have all words, with the same arguments.
func TestLabels(t *testing.T) {
	s := newStage(t, "", setting{})
	var keys []string
	for _, c := range s.commands {
		keys = append(keys, "command-"+c.ID)
	}
	for name, rule := range kinds.Schema().Directives {
		keys = append(keys, "directive-"+name)
		if rule.Block {
			keys = append(keys, "directive-"+name+"-about")
		}
		for attr, field := range rule.Attrs {
			keys = append(keys, "attr-"+attr)
			for _, c := range field.Choices {
				keys = append(keys, "choice-"+attr+"-"+c)
			}
		}
	}
	for _, n := range snippetNames {
		keys = append(keys, "snippet-"+n)
	}
	arguments := regexp.MustCompile(`\{[\p{L}\d_]+\}`) // {{列名}} of mail-merge is one, too
	english := labels(t, "en")
	for _, lang := range []string{"zh-Hans", "zh-Hant", "en", "id"} {
		words := labels(t, lang)
		for _, key := range keys {
			if words[key] == "" {
				t.Errorf("%s has no %s", lang, key)
			}
		}
		for key, value := range english {
			if len(arguments.FindAllString(words[key], -1)) != len(arguments.FindAllString(value, -1)) {
				t.Errorf("%s: %s is %s", lang, key, words[key])
			}
		}
		if len(words) != len(english) {
			t.Errorf("%s has %d words, English %d", lang, len(words), len(english))
		}
	}
	// Every word that the code asks for is there.
	asked := regexp.MustCompile(`ui\.Say\("([a-z0-9-]+)"[,)]`)
	files, _ := filepath.Glob("*.go")
	for _, file := range files {
		data, _ := os.ReadFile(file)
		for _, m := range asked.FindAllStringSubmatch(string(data), -1) {
			if ui.Say(m[1]) == m[1] {
				t.Errorf("%s asks for %s", file, m[1])
			}
		}
	}
}

// TestCommands: names and keys are each one command's.
func TestCommands(t *testing.T) {
	s := newStage(t, "", setting{})
	ids, keys := map[string]bool{}, map[string]string{}
	for _, c := range s.Commands() {
		if ids[c.ID] {
			t.Errorf("%s stands twice", c.ID)
		}
		ids[c.ID] = true
		if c.Run == nil {
			t.Errorf("%s does nothing", c.ID)
		}
		if c.Shortcut == nil {
			continue
		}
		if other := keys[c.Shortcut.ShortcutName()]; other != "" {
			t.Errorf("%s and %s share a key", c.ID, other)
		}
		keys[c.Shortcut.ShortcutName()] = c.ID
	}
	for _, a := range aliases {
		if s.table[a.command] == nil {
			t.Errorf("no command %s", a.command)
		}
	}
}

// TestOtherFieldGetsClipboard: with the focus in another field the commands of the
// clipboard are for it.
func TestOtherFieldGetsClipboard(t *testing.T) {
	s := newStage(t, "安全", setting{})
	s.table["find"].Do()
	s.finder.words.SetText("")
	s.board.SetContent("生产")
	s.table["paste"].Do()
	if s.finder.words.Text != "生产" || s.text() != "安全" {
		t.Errorf("the field holds %q, the text %q", s.finder.words.Text, s.text())
	}
}
