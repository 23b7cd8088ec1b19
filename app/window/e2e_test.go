package window

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestFirstDocument is an officer's first half hour: from the start page to a PDF,
// with mouse, pinyin and Enter, never typing a mark.
func TestFirstDocument(t *testing.T) {
	s := raise(t)
	s.pinyin()
	s.start()
	s.shot("1-start")
	s.click("新建文稿")
	s.see("筛选文种和版式") // the gallery names its kinds
	time.Sleep(time.Second)
	s.shot("2-gallery")
	s.keys("Return")
	s.until("a document is open", 10*time.Second, func() bool { return s.state("path") != "" })
	s.settled()
	s.shot("3-document")

	// The title is a field of the form.
	x, y := s.see("标题")
	s.clickAt(x+20, y+30)
	s.keys("ctrl+a")
	s.pinyinTyped("anquan", "shengchan")
	s.has("安全生产")
	s.shot("4-title")

	// The text: headings of two levels, paragraphs, a list, a table, a picture.
	x, y = s.see("大纲")
	s.clickAt(700, 420)
	s.keys("ctrl+a", "Delete", "ctrl+1")
	s.pinyinTyped("huiyi")
	s.keys("Return")
	s.pinyinTyped("anquan")
	s.keys("Return", "ctrl+2")
	s.pinyinTyped("yaoqiu")
	s.keys("Return")
	s.pinyinTyped("gongsi")
	s.keys("Return", "ctrl+shift+bracketright")
	s.pinyinTyped("jiancha")
	s.keys("Return")
	s.pinyinTyped("zhenggai")
	s.keys("Return", "Return")
	s.has("会议\n\n安全")
	s.has("- 检查\n- 整改")
	s.shot("5-text")
	s.click("表格")
	s.until("the picker of sizes is there", 5*time.Second, func() bool { return strings.Contains(s.ask("texts"), "×") })
	s.keys("Right", "Down", "Return")
	s.has("|")
	s.pinyinTyped("anquan")
	s.keys("Tab")
	s.pinyinTyped("gongsi")
	s.shot("6-table")
	if t := s.text(); !strings.Contains(t, "| 安全") || !strings.Contains(t, "公司 |") && !strings.Contains(t, "| 公司") {
		s.t.Errorf("the table is %s", t)
	}
	// A picture that another program put into the clipboard.
	s.keys("ctrl+End", "Return")
	s.clipPicture()
	s.keys("ctrl+v")
	s.has("pictures/")
	s.settled()
	s.see("0 处错误，1 处提醒")
	s.shot("7-picture")

	// What is wrong is told, and mended: a picture without a caption, a date that does
	// not exist.
	s.pinyinTyped("anquan")
	s.see("没有问题")
	s.click("年-月-日，如 2026-03-06")
	s.latin("2026-02-30")
	s.until("the date is wrong", 10*time.Second, func() bool { return s.state("problems") != "0" })
	s.keys("F8") // the next problem
	s.shot("8-problem")
	x, y = s.see("2026-02-30")
	s.clickAt(x, y)
	s.keys("ctrl+a")
	s.latin("2026-02-28")
	s.until("nothing is wrong", 10*time.Second, func() bool { return s.state("problems") == "0" })
	s.settled()

	// The final copy.
	s.keys("ctrl+e")
	s.click("定稿（PDF）")
	s.shot("9-export")
	s.see("导出为")
	s.click("导出")
	var pdf string
	s.until("the PDF is there", 20*time.Second, func() bool { pdf = lastFile(t, s.home, ".pdf"); return pdf != "" })
	s.shot("10-exported")
	text := pdfText(t, pdf)
	for _, words := range []string{"安全生产", "会议", "要求", "检查", "整改", "公司", "2026"} {
		if !strings.Contains(text, words) {
			t.Errorf("the PDF %s lacks %s:\n%s", filepath.Base(pdf), words, text)
		}
	}
	if out, err := exec.Command("qpdf", "--check", pdf).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %s", out)
	}
}

// clipPicture puts a picture into the clipboard.
func (s *stage) clipPicture() {
	s.t.Helper()
	path := filepath.Join(s.home, "picture.png")
	s.do("convert", "-size", "640x360", "gradient:orange-white", path)
	must(s.t, s.tool("xclip", "-selection", "clipboard", "-t", "image/png", "-i", path).Run())
}

// pinyinTyped types Chinese words by their pinyin, each ended by a space.
func (s *stage) pinyinTyped(words ...string) {
	s.t.Helper()
	for _, w := range words {
		s.do("xdotool", "type", "--delay", "90", w)
		time.Sleep(250 * time.Millisecond)
		s.keys("space")
		time.Sleep(150 * time.Millisecond)
	}
}

// document writes a document into the user's folder.
func (s *stage) document(name, text string) string {
	s.t.Helper()
	dir := filepath.Join(s.home, "Documents", "文稿")
	must(s.t, os.MkdirAll(dir, 0o777))
	path := filepath.Join(dir, name)
	must(s.t, os.WriteFile(path, []byte(text), 0o666))
	return path
}

// intoText puts the caret at the end of the text.
func (s *stage) intoText() {
	s.t.Helper()
	s.until("the text has the focus", 10*time.Second, func() bool { return s.state("focused") == "true" })
	s.keys("ctrl+End")
}

// TestCrash cuts the power in the middle of typing: what was typed a second before is
// offered at the next start.
func TestCrash(t *testing.T) {
	s := raise(t)
	path := s.document("通知.md", notice)
	s.start(path)
	s.intoText()
	s.latin("typed before the power went")
	s.has("typed before the power went")
	time.Sleep(time.Second)
	s.kill()
	if strings.Contains(read(t, path), "the power went") {
		t.Log("autosave was faster than the power cut")
	}
	s.start(path)
	s.see("恢复上次没有保存的内容")
	s.shot("1-offer")
	s.click("恢复")
	s.has("typed before the power went")
	s.settled()
	if !strings.Contains(read(t, path), "typed before the power went") {
		t.Error("the file does not have it")
	}
	s.shot("2-restored")
}

// TestFindAndReplace replaces words in the whole text and takes it back.
func TestFindAndReplace(t *testing.T) {
	s := raise(t)
	s.start(s.document("通知.md", notice+"\n第一段再来，第一段又来。\n"))
	s.intoText()
	s.keys("ctrl+h")
	s.see("全部替换")
	s.clip("第一段")
	s.keys("ctrl+v")
	s.until("the matches are counted", 5*time.Second, func() bool { return strings.Contains(s.ask("texts"), "/3") })
	s.click("替换为")
	s.clip("首段")
	s.keys("ctrl+v")
	s.shot("1-matches")
	s.click("全部替换")
	s.has("首段再来，首段又来。")
	if strings.Contains(s.text(), "第一段") {
		t.Errorf("not all were replaced: %s", s.text())
	}
	s.keys("Escape", "ctrl+z")
	s.has("第一段再来，第一段又来。")
}

// TestLanguages switches the language of the window four times, by the palette.
func TestLanguages(t *testing.T) {
	s := raise(t)
	s.start(s.document("通知.md", notice))
	s.intoText()
	s.latin("kept ")
	for _, c := range []struct{ lang, words string }{
		{"Bahasa Indonesia", "Dokumen"}, {"English", "Documents"}, {"繁體中文", "大綱"}, {"简体中文", "大纲"},
	} {
		s.command(c.lang)
		s.see(c.words)
		s.settled()
		s.shot(c.lang)
		if !strings.Contains(s.text(), "kept") {
			t.Fatalf("%s: the text is gone", c.lang)
		}
	}
}

// TestLongDocument scrolls and edits a hundred pages, and says how long a key takes to
// the pages.
func TestLongDocument(t *testing.T) {
	s := raise(t)
	paragraph := strings.Repeat("各单位要把隐患排查治理落到班组、落到岗位，责任到人、措施到位、时限明确。", 6)
	var b strings.Builder
	b.WriteString(notice)
	for i := range 640 {
		if i%10 == 0 {
			b.WriteString("\n## 第" + strconv.Itoa(i/10+1) + "节\n")
		}
		b.WriteString("\n" + paragraph + "\n")
	}
	s.start(s.document("长文.md", b.String()))
	s.until("a hundred pages", 30*time.Second, func() bool { n, _ := strconv.Atoi(s.state("pages")); return n >= 100 })
	s.until("the text has the focus", 10*time.Second, func() bool { return s.state("focused") == "true" })
	for range 15 {
		s.keys("Next")
	}
	s.shot("1-scrolled")
	var worst time.Duration
	for _, key := range []string{"a", "b", "c", "d", "e", "f"} {
		before := s.state("generation")
		start := time.Now()
		s.do("xdotool", "key", key)
		s.until("the pages follow", 5*time.Second, func() bool {
			g := s.state("generation")
			return g != before && s.state("shown") == g
		})
		worst = max(worst, time.Since(start))
	}
	t.Logf("%s pages, %d characters: key to pages in %v at worst, xdotool and the question with it", s.state("pages"), len([]rune(b.String())), worst)
	s.keys("ctrl+End")
	s.latin("end")
	s.has("end")
	s.settled()
	s.shot("2-end")
}

// pdfText is the text of a PDF.
func pdfText(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", path, "-").Output()
	must(t, err)
	return string(out)
}

// newest is the file of a folder with that extension that was written last.
func lastFile(t *testing.T, dir, ext string) string {
	t.Helper()
	var path string
	var when time.Time
	filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && filepath.Ext(p) == ext {
			if info, err := d.Info(); err == nil && info.ModTime().After(when) {
				path, when = p, info.ModTime()
			}
		}
		return nil
	})
	return path
}
