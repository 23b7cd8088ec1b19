package window

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestPanics has the program fall, once in a worker and once in a handler: the report
// is written, it is told, and what was typed is offered at the next start. If nothing
// would be lost, nothing is offered.
func TestPanics(t *testing.T) {
	for _, where := range []string{"worker", "handler"} {
		t.Run(where, func(t *testing.T) {
			s := raise(t)
			path := s.document("通知.md", notice)
			s.start(path)
			s.intoText()
			s.latin("typed before the fault")
			s.has("typed before the fault")
			if code := s.fall(where); code != exitCrash {
				t.Errorf("exit code %d", code)
			}
			reports, _ := filepath.Glob(filepath.Join(s.home, ".config", "safety365", "crashes", "*.txt"))
			if len(reports) != 1 {
				t.Fatalf("%d reports", len(reports))
			}
			if report := read(t, reports[0]); !strings.Contains(report, "goroutine") || strings.Contains(report, "typed before") || strings.Contains(report, "通知") {
				t.Errorf("the report is %s", report)
			}
			s.start(path)
			s.see("恢复上次没有保存的内容")
			s.click("恢复")
			s.has("typed before the fault")
			s.settled()
			s.fall(where) // all is in the file now
			s.start(path)
			time.Sleep(500 * time.Millisecond)
			if strings.Contains(s.ask("texts"), "恢复上次没有保存的内容") || !strings.Contains(s.text(), "typed before the fault") {
				t.Error("what is in the file is offered")
			}
		})
	}
}

// fall has the program panic, closes the message about it and returns the exit code.
func (s *stage) fall(where string) int {
	s.t.Helper()
	go s.ask("panic " + where)
	over := make(chan struct{})
	go func() {
		s.running.Wait()
		close(over)
	}()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		select {
		case <-over:
			return s.running.ProcessState.ExitCode()
		default:
		}
		found, _ := s.tool("xdotool", "search", "--onlyvisible", "--class", "zenity").Output()
		if fields := strings.Fields(string(found)); len(fields) > 0 {
			s.window = fields[0]
			time.Sleep(500 * time.Millisecond)
			s.shot("message")
			s.tool("xdotool", "windowactivate", "--sync", s.window).Run()
			s.tool("xdotool", "key", "Return").Run()
		}
	}
	s.t.Fatal("it does not end")
	return 0
}

// TestSecondStart starts the program on a folder that is open: the window that has it
// opens the document and comes to the front.
func TestSecondStart(t *testing.T) {
	s := raise(t)
	a := s.document("甲.md", notice)
	b := s.document("乙.md", strings.Replace(notice, "第一段", "另一份", 1))
	s.start(a)
	other := s.tool("zenity", "--info", "--text", "x", "--title", "other")
	s.background(other)
	s.until("something else is in front", 10*time.Second, func() bool {
		found, err := s.tool("xdotool", "search", "--onlyvisible", "--class", "zenity").Output()
		if err != nil || len(found) == 0 {
			return false
		}
		s.tool("xdotool", "windowactivate", strings.Fields(string(found))[0]).Run()
		active, _ := s.tool("xdotool", "getactivewindow").Output()
		return strings.TrimSpace(string(active)) != s.window
	})
	for _, argument := range []string{b, filepath.Dir(a)} {
		start := time.Now()
		second := s.tool(s.program, argument)
		if out, err := second.CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
		t.Logf("handed over in %v", time.Since(start))
		s.until("the document is open", 5*time.Second, func() bool { return s.state("path") == b })
		s.until("the window is in front", 5*time.Second, func() bool {
			active, _ := s.tool("xdotool", "getactivewindow").Output()
			return strings.TrimSpace(string(active)) == s.window
		})
		s.do("xdotool", "windowminimize", s.window)
		time.Sleep(300 * time.Millisecond)
	}
}

// TestLargeFolder opens a folder of ten thousand documents, scrolls its list, searches
// and types.
func TestLargeFolder(t *testing.T) {
	s := raise(t)
	var path string
	for i := range 10_000 {
		path = s.document("通知"+strconv.Itoa(i)+".md", strings.Replace(notice, "把隐患", "第"+strconv.Itoa(i)+"期把隐患", 1))
	}
	start := time.Now()
	s.start(path)
	t.Logf("the window is there after %v", time.Since(start))
	s.see("10000 篇")
	t.Logf("all are listed after %v", time.Since(start))
	x, y := s.see("10000 篇")
	for range 30 {
		s.do("xdotool", "mousemove", "--window", s.window, strconv.Itoa(x), strconv.Itoa(y-200), "click", "--repeat", "5", "--delay", "5", "5")
	}
	s.shot("1-scrolled")
	s.keys("ctrl+shift+f")
	s.clip("第7654期")
	s.keys("ctrl+v", "Return")
	s.until("it is found", 10*time.Second, func() bool {
		return strings.Contains(s.ask("texts"), "通知7654") || strings.Contains(s.ask("texts"), "7654期")
	})
	s.shot("2-found")
	s.clickAt(800, 400)
	s.intoText()
	s.ask("laps")
	s.latin("typed in a large folder")
	s.has("typed in a large folder")
	s.settled()
	if worst := slowest(s.laps()); worst > 500*time.Millisecond {
		t.Errorf("pages come after %v", worst)
	}
}

// TestLargeDocument types into five megabytes at both ends and in the middle, and saves.
func TestLargeDocument(t *testing.T) {
	s := raise(t)
	path := s.document("长.md", long(5<<20))
	s.start(path)
	s.until("pages", 60*time.Second, func() bool { n, _ := strconv.Atoi(s.state("pages")); return n > 1000 })
	s.until("the text has the focus", 10*time.Second, func() bool { return s.state("focused") == "true" })
	s.keys("ctrl+Home")
	s.latin("start")
	s.keys("ctrl+End")
	s.latin("end")
	s.clickAt(1480, 500)
	s.clickAt(700, 500)
	s.latin("somewhere")
	s.has("start")
	s.has("somewhere")
	s.keys("ctrl+s")
	s.settled()
	s.shot("1-saved")
	if got := read(t, path); got != s.text() || !strings.HasSuffix(strings.TrimSpace(got), "end") {
		t.Error("the file is not the text")
	}
	t.Logf("key to pages: %v", s.laps())
}

// TestRefusedAtStart opens what is no document, as a file manager would: the window
// says why, and stands.
func TestRefusedAtStart(t *testing.T) {
	s := raise(t)
	s.start(s.document("旧稿.md", "\xb0\xb2\xc8\xab\xc9\xfa\xb2\xfa\n"))
	s.see("这个文件不是文本文件。")
	s.shot("1-refused")
	s.keys("Escape")
	s.see("新建文稿")
}

// TestFolderAway takes the folder away while somebody writes, and brings it back.
func TestFolderAway(t *testing.T) {
	s := raise(t)
	path := s.document("通知.md", notice)
	dir := filepath.Dir(path)
	s.start(path)
	s.intoText()
	must(t, os.Rename(dir, dir+"-away"))
	s.latin("typed while it was away")
	s.see("保存失败")
	s.shot("1-away")
	must(t, os.Rename(dir+"-away", dir))
	s.until("it is written by itself", 20*time.Second, func() bool { return s.state("saved") == "true" })
	if !strings.Contains(read(t, path), "typed while it was away") {
		t.Error("it is not in the file")
	}
	s.shot("2-back")
}

// lap is the time from a change of the text to its pages: until the preview has them,
// and until they are on the screen.
type lap struct{ set, frame time.Duration }

// laps are those since they were last asked for.
func (s *stage) laps() (all []lap) {
	for line := range strings.Lines(s.ask("laps")) {
		a, b, _ := strings.Cut(strings.TrimSpace(line), " ")
		set, _ := strconv.Atoi(a)
		frame, _ := strconv.Atoi(b)
		all = append(all, lap{time.Duration(set) * time.Microsecond, time.Duration(frame) * time.Microsecond})
	}
	return all
}

func slowest(all []lap) (worst time.Duration) {
	for _, l := range all {
		worst = max(worst, l.frame)
	}
	return worst
}
