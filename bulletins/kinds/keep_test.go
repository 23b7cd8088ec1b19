package kinds

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"safety365/bulletins"
	"safety365/bulletins/layout"
)

// session composes the states of one text.
type session struct {
	parser   bulletins.Parser
	composer *Composer
	t        testing.TB
	dir      string
	folder   *bulletins.Folder
}

func newSession(t testing.TB) *session {
	dir := t.TempDir()
	return &session{composer: NewComposer(), t: t, dir: dir, folder: open(t, dir)}
}

func (s *session) state(text string) (*layout.Flow, []bulletins.Diagnostic) {
	doc := s.parser.Parse("test.md", text, Schema())
	return s.composer.Compose(doc, hans(), s.folder, Options{})
}

// same counts the blocks of b that are blocks of a.
func same(a, b *layout.Flow) int {
	n := 0
	for _, block := range b.Blocks {
		if slices.Contains(a.Blocks, block) {
			n++
		}
	}
	return n
}

const front = "---\nlang: zh-Hans\ntitle: 题\neditor: 甲\n---\n\n"

func TestKeep(t *testing.T) {
	blocks := []string{"一段[^a]", "## 节", "- 表", "二段[^b]", "> 引", "[^a]: 甲", "[^b]: 乙"}
	text := func(edit func([]string) []string) string {
		return front + strings.Join(edit(slices.Clone(blocks)), "\n\n") + "\n"
	}
	for _, c := range []struct {
		name string
		edit func([]string) []string
		anew []int // blocks that are made anew, by their source; -1: round the text
	}{
		{"nothing", func(b []string) []string { return b }, nil},
		{"a paragraph", func(b []string) []string { b[0] = "改[^a]"; return b }, []int{0}},
		{"a paragraph more", func(b []string) []string { return slices.Insert(b, 0, "新") }, []int{0}},
		{"a heading's level", func(b []string) []string { b[1] = "# 节"; return b }, []int{1, 2, 4}}, // those that may have headings
		{"a note", func(b []string) []string { b[5] = "[^a]: 改"; return b }, []int{0}},
		{"a note's number", func(b []string) []string { b[0] = "无注"; return b }, []int{0, 3}},
		{"a note lost", func(b []string) []string { return slices.Delete(b, 6, 7) }, []int{3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSession(t)
			before, _ := s.state(text(func(b []string) []string { return b }))
			after, _ := s.state(text(c.edit))
			var anew []int
			for i, block := range after.Blocks {
				if !slices.Contains(before.Blocks, block) {
					anew = append(anew, int(after.Sources[i]))
				}
			}
			if !slices.Equal(anew, c.anew) {
				t.Errorf("%v are new, want %v", anew, c.anew)
			}
			// What is kept is what would be made.
			fresh, _ := newSession(t).state(text(c.edit))
			if dump(after) != dump(fresh) {
				t.Errorf("kept:\n%s\nmade:\n%s", dump(after), dump(fresh))
			}
		})
	}
}

// TestKeepFront: the front matter's blocks are made anew with it, the text is not.
func TestKeepFront(t *testing.T) {
	s := newSession(t)
	before, _ := s.state(front + "文\n")
	after, _ := s.state(strings.Replace(front, "甲", "乙", 1) + "文\n")
	if n := same(before, after); n != 1 {
		t.Errorf("%d blocks kept\n%s", n, dump(after))
	}
	untitled, found := s.state("文\n")
	if same(before, untitled) != 0 || len(found) != 1 || found[0].Code != "title-missing" {
		t.Errorf("%s %v", dump(untitled), found)
	}
}

// TestKeepPictures: a picture is read once, and again when the file has changed.
func TestKeepPictures(t *testing.T) {
	s := newSession(t)
	text := front + "前\n\n![图](a.png)\n\n文![图](a.png)注[^n]\n\n[^n]: ![图](a.png)\n"
	codes := func(found []bulletins.Diagnostic) string {
		var out []string
		for _, d := range found {
			out = append(out, fmt.Sprintf("%s@%d", d.Code, d.Range.Start))
		}
		return strings.Join(out, " ")
	}
	at := []int{strings.Index(text, "![图]"), strings.Index(text, "文![") + 3, strings.LastIndex(text, "![图]")}
	missing, found := s.state(text)
	if got, want := codes(found), fmt.Sprintf("image-missing@%d image-missing@%d image-missing@%d", at[2], at[0], at[1]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	again, found := s.state(text)
	if same(missing, again) != len(again.Blocks) || len(found) != 3 {
		t.Error("not kept while missing", codes(found))
	}
	data, err := os.ReadFile(samples + "/pictures/meeting.png")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(s.dir, "a.png")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	there, found := s.state(text)
	if len(found) != 0 || same(missing, there) != len(there.Blocks)-2 {
		t.Error("the picture came", codes(found), same(missing, there))
	}
	if again, _ = s.state(text); same(there, again) != len(again.Blocks) {
		t.Error("not kept")
	}
	if err := os.Chtimes(file, time.Time{}, time.Unix(1e9, 0)); err != nil {
		t.Fatal(err)
	}
	if again, _ = s.state(text); same(there, again) != len(again.Blocks)-2 {
		t.Error("kept although the file has changed")
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if _, found = s.state(text); len(found) != 3 {
		t.Error("the picture went", codes(found))
	}
}

// TestForget: what a long session leaves behind is dropped.
func TestForget(t *testing.T) {
	s := newSession(t)
	for i := range 500 {
		s.state(fmt.Sprintf("%s第%d稿\n\n![图](%d.png)注[^%d]\n\n[^%d]: 注\n", front, i, i, i, i))
	}
	c := s.composer
	if len(c.entries) > 100 || len(c.notes) != 1 || len(c.pictures) != 1 {
		t.Errorf("%d entries, %d notes, %d pictures", len(c.entries), len(c.notes), len(c.pictures))
	}
}
