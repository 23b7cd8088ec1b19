package window

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestMeasure takes the figures of the README in the real window and writes them, as a
// table, to the file that SAFETY365_MEASURE names.
func TestMeasure(t *testing.T) {
	path := os.Getenv("SAFETY365_MEASURE")
	if path == "" {
		t.Skip("SAFETY365_MEASURE names no file for the figures")
	}
	var rows []string
	figure := func(what, format string, args ...any) {
		row := "| " + what + " | " + fmt.Sprintf(format, args...) + " |"
		t.Log(row)
		rows = append(rows, row)
	}
	t.Run("start", func(t *testing.T) { measureStart(t, figure) })
	t.Run("keys", func(t *testing.T) { measureKeys(t, figure) })
	t.Run("memory", func(t *testing.T) { measureMemory(t, figure) })
	table := "| What | Figure |\n|---|---|\n" + strings.Join(rows, "\n") + "\n"
	must(t, os.WriteFile(path, []byte(table), 0o666))
}

type figures func(what, format string, args ...any)

// measureStart is the time to the first window, and what it costs to leave it open.
func measureStart(t *testing.T, figure figures) {
	s := raise(t)
	path := s.document("通知.md", notice)
	var all []time.Duration
	for i := range 6 {
		start := time.Now()
		cmd := s.tool(s.program, path)
		s.background(cmd)
		for s.ask("state") == "" && time.Since(start) < time.Minute {
			time.Sleep(2 * time.Millisecond)
		}
		if i > 0 { // the first one is cold
			all = append(all, time.Since(start))
		}
		cmd.Process.Kill()
		cmd.Wait()
		os.Remove(s.socket)
	}
	slices.Sort(all)
	figure("Start to first window, warm, with a document (median of 5)", "%d ms", all[len(all)/2].Milliseconds())
	s.start(path)
	s.intoText()
	time.Sleep(3 * time.Second)
	figure("Processor while nothing happens, caret blinking, over 10 s", "%.1f %%", s.busy(10*time.Second))
	time.Sleep(5 * time.Second)
	figure("The same 15 s later", "%.1f %%", s.busy(10*time.Second))
}

// busy is how much of one processor the program uses, in percent.
func (s *stage) busy(span time.Duration) float64 {
	ticks := func() (n float64) {
		data, _ := os.ReadFile("/proc/" + strconv.Itoa(s.running.Process.Pid) + "/stat")
		_, rest, _ := strings.Cut(string(data), ") ")
		fields := strings.Fields(rest)
		for _, f := range fields[11:13] { // utime, stime
			v, _ := strconv.ParseFloat(f, 64)
			n += v
		}
		return n
	}
	before := ticks()
	time.Sleep(span)
	return (ticks() - before) / span.Seconds() // 100 ticks a second
}

// measureKeys is the time from a key to the pages on the screen.
func measureKeys(t *testing.T, figure figures) {
	s := raise(t)
	for _, c := range []struct {
		pages string
		bytes int
	}{{"1 page", 2 << 10}, {"10 pages", 36 << 10}, {"100 pages", 385 << 10}} {
		s.start(s.document(c.pages+".md", long(c.bytes)))
		s.until("pages", 60*time.Second, func() bool { n, _ := strconv.Atoi(s.state("pages")); return n > 0 })
		s.until("the text has the focus", 10*time.Second, func() bool { return s.state("focused") == "true" })
		for range 3 {
			s.keys("Next")
		}
		s.latin("warm")
		s.settled()
		time.Sleep(3 * time.Second)
		s.ask("laps")
		for range 40 {
			s.do("xdotool", "key", "a")
			time.Sleep(200 * time.Millisecond)
		}
		var set, frame []time.Duration
		for _, l := range s.laps() {
			set, frame = append(set, l.set), append(frame, l.frame)
		}
		if len(frame) == 0 {
			t.Fatal("no laps")
		}
		slices.Sort(set)
		slices.Sort(frame)
		mid, late := len(frame)/2, len(frame)*95/100
		ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
		figure("Key to pages, "+s.state("pages")+" pages: made and drawn / on the screen (median; 95th of 100 in brackets)",
			"%.0f (%.0f) / %.0f (%.0f) ms", ms(set[mid]), ms(set[late]), ms(frame[mid]), ms(frame[late]))
		s.settled() // or it would be offered at the next start
		s.kill()
	}
}

// measureMemory opens a hundred documents one after the other.
func measureMemory(t *testing.T, figure figures) {
	s := raise(t)
	var paths []string
	for i := range 100 {
		paths = append(paths, s.document("通知"+strconv.Itoa(i)+".md", strings.Replace(long(12<<10), "把隐患", "第"+strconv.Itoa(i)+"期把隐患", 1)))
	}
	s.start(paths[0])
	resident := map[int]int{}
	for i, path := range paths {
		if s.ask("open "+path) != "true" {
			t.Fatalf("%s was not opened", path)
		}
		s.until("its pages", 10*time.Second, func() bool { return s.state("pages") != "0" && s.state("path") == path })
		time.Sleep(100 * time.Millisecond)
		if n := i + 1; n == 1 || n == 20 || n == 50 || n == 100 {
			memory := s.ask("memory")
			resident[n] = s.resident()
			t.Logf("after %d: %d MiB resident, %s", n, resident[n], memory)
			if folder := os.Getenv("SAFETY365_HEAP"); folder != "" { // for go tool pprof -base
				s.ask("heap " + filepath.Join(folder, strconv.Itoa(n)+".heap"))
			}
		}
	}
	grown := float64(resident[100]-resident[20]) / float64(resident[20]) * 100
	figure("Memory (resident) after 1 / 20 / 50 / 100 documents one after another", "%d / %d / %d / %d MiB", resident[1], resident[20], resident[50], resident[100])
	if grown > 10 {
		t.Errorf("memory grew by %.0f %% between 20 and 100 documents", grown)
	}
}

// resident is the program's memory in MiB.
func (s *stage) resident() int {
	data, _ := os.ReadFile("/proc/" + strconv.Itoa(s.running.Process.Pid) + "/status")
	for line := range strings.Lines(string(data)) {
		if kb, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, _ := strconv.Atoi(strings.Fields(kb)[0])
			return n >> 10
		}
	}
	return 0
}
