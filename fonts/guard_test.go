package fonts

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGuard compares shaping with rows that HarfBuzz itself gave (testdata/guard.py)
// for every bundled face in both directions. It is here because go-text has lost
// glyphs of vertical Chinese before (see go.mod).
func TestGuard(t *testing.T) {
	files, _ := filepath.Glob("testdata/guard/*.tsv")
	if len(files) != len(BundledNames()) {
		t.Errorf("%d files of rows for %d faces", len(files), len(BundledNames()))
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".tsv")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			face, err := Bundled(name)
			if err != nil {
				t.Fatal(err)
			}
			guardFace(t, face, file)
		})
	}
}

func guardFace(t *testing.T, face *Face, file string) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := NewShaper()
	rows, bad := 0, 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		fields := strings.Split(sc.Text(), "\t")
		if strings.HasPrefix(sc.Text(), "#") || len(fields) != 4 {
			continue
		}
		dir := LTR
		if fields[0] == "ttb" {
			dir = TTB
		}
		rows++
		if got := row(s.Shape(face, fields[2], fields[1], dir, ""), fields[2], dir); got != fields[3] {
			if bad++; bad <= 3 {
				t.Errorf("%s %s %q\n got %s\nwant %s", fields[0], fields[1], fields[2], got, fields[3])
			}
		}
	}
	if rows < 24 {
		t.Errorf("only %d rows", rows)
	}
	if bad > 0 {
		t.Errorf("%d of %d rows differ", bad, rows)
	}
}

// row writes glyphs as guard.py does.
func row(glyphs []Glyph, text string, dir Direction) string {
	at := map[int]int{}
	n := 0
	for i := range text {
		at[i] = n
		n++
	}
	var out []string
	for _, g := range glyphs {
		advance := g.Advance
		if dir == TTB {
			advance = -advance
		}
		out = append(out, fmt.Sprintf("%d=%d+%d@%d,%d", g.ID, at[g.Cluster], advance, g.XOffset, g.YOffset))
	}
	return strings.Join(out, "|")
}
