package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestForeignText pastes a web page on the start page, undoes one change by the
// keyboard, and makes a document of the rest.
func TestForeignText(t *testing.T) {
	s := raise(t)
	s.start()
	s.clip(foreign)
	s.click("粘贴文字新建…")
	s.click("下一步")
	s.see("用它新建文稿")
	s.see(", → ，")
	s.shot("1-pane")
	s.keys("End", "Up", "space") // the comma is the last but one
	s.see("改动 4 处")
	s.shot("2-undone")
	s.keys("ctrl+z")
	s.see("改动 5 处")
	s.keys("space")
	s.see("改动 4 处")
	s.keys("Escape") // it is not given up unasked
	s.see("放弃导入？")
	s.keys("Return")
	s.keys("ctrl+Return")
	s.see("筛选文种和版式")
	s.keys("Escape", "ctrl+Return") // and back
	s.see("筛选文种和版式")
	s.keys("Return")
	s.has("讲清楚,不能走过场。")
	if strings.Contains(s.text(), "打印本页") {
		t.Errorf("the text is %s", s.text())
	}
	s.settled()
	s.shot("3-document")
}

// TestReviewComesHome exports a document, has a word changed in the copy, opens the copy
// beside the document and takes the change over by the keyboard; one undo takes it back.
func TestReviewComesHome(t *testing.T) {
	s := raise(t)
	path := s.document("通知.md", notice)
	file := wordFile(t, filepath.Dir(path), notice, "通知-审.docx")
	rewritten(t, file, "第一段", "头一段")
	s.start(path)
	s.intoText()
	s.clip(file) // as a file manager copies it
	s.keys("ctrl+v")
	s.see("新建文稿")
	s.keys("Return") // it is called like the document
	s.see("“第”改为“头”")
	s.shot("1-review")
	s.keys("space")
	s.see("接受 1")
	s.click("写入文稿")
	s.has("头一段。")
	s.shot("2-taken")
	s.keys("ctrl+z")
	s.until("it is undone", 5*time.Second, func() bool { return s.text() == notice })
	s.settled()
	if data, err := os.ReadFile(path); err != nil || string(data) != notice {
		t.Errorf("the file is %q, %v", data, err)
	}
}
