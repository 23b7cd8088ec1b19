package press

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"safety365/bulletins/page"
)

// TestJobOffice: a job takes what the office has set up in the folder, over what the
// user has for all folders; what is wrong with it is said at its lines.
func TestJobOffice(t *testing.T) {
	l := newLibrary(t)
	themes, err := ThemeFolder()
	if err != nil {
		t.Fatal(err)
	}
	below, own := filepath.Join(filepath.Dir(themes), "office.yaml"), filepath.Join(l.dir, "office.yaml")
	l.write(below, "fields: {hotline: 0519-12350}\nsettings:\n  styles.body.sise: 1pt\n")
	l.write(own, "fields:\n  isuer: x\ntheme:\n  en: nowhere\nproof: proof.csv\n")
	l.write(filepath.Join(l.dir, "proof.csv"), "wrong,right\nsafty,safety\n")
	job := &Job{Path: filepath.Join(l.dir, "a.md"), Text: "---\nlang: en\ntitle: Drill\n---\n\nAll about safty.\n"}
	defer job.Close()
	if err := job.Compose(); err != nil {
		t.Fatal(err)
	}
	if _, err := job.Lay(context.Background(), func(*page.Page) error { return nil }); err != nil {
		t.Fatal(err)
	}
	SortFindings(job.Findings)
	var got []string
	for _, f := range job.Findings {
		got = append(got, fmt.Sprintf("%s:%d:%d %s", filepath.Base(f.File), f.Line, f.Column, f.Code))
		if f.Inside() != (f.Code == "proof-list") {
			t.Errorf("%v is inside: %v", f, f.Inside())
		}
	}
	slices.Sort(got)
	want := []string{"a.md:6:11 proof-list", "office.yaml:2:3 field-unknown", "office.yaml:3:21 theme-unknown-key", "office.yaml:4:7 theme-unknown"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := job.Doc.Meta.Text("hotline"); got != "0519-12350" {
		t.Errorf("hotline %q", got)
	}
}

// TestOfficeCache: the office is the same pointer until one of its files changes.
func TestOfficeCache(t *testing.T) {
	l := newLibrary(t)
	own, list := filepath.Join(l.dir, "office.yaml"), filepath.Join(l.dir, "p.csv")
	var cache OfficeCache
	if office, _ := cache.Load(l.folder, l.dir, false); office != nil {
		t.Error("there is an office")
	}
	first, _ := cache.Load(l.folder, l.dir, true)
	for _, step := range []struct {
		name string
		do   func()
		same bool
	}{
		{"nothing", func() {}, true},
		{"the file", func() { l.write(own, "proof: p.csv\n") }, false},
		{"nothing again", func() {}, true},
		{"its list", func() { l.write(list, "wrong,right\na,b\n") }, false},
		{"its list again", func() { l.write(list, "wrong,right\na,b\nc,d\n") }, false},
	} {
		step.do()
		now, found := cache.Load(l.folder, l.dir, true)
		if (now == first) != step.same {
			t.Errorf("%s: same %v, want %v", step.name, now == first, step.same)
		}
		if missing := step.name == "the file" || step.name == "nothing again"; missing != (len(found) == 1) {
			t.Errorf("%s: %v", step.name, found)
		}
		first = now
	}
}
