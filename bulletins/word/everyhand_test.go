package word

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
)

// said lists what the paragraphs of a file say when all changes in it are made.
func said(t *testing.T, data []byte) []string {
	t.Helper()
	c, bad := openContainer(bytes.NewReader(data), int64(len(data)), "x.docx")
	if bad != nil {
		t.Fatal(bad)
	}
	content, bad := readContent(c)
	if bad != nil {
		t.Fatal(bad)
	}
	k := &comparer{content: content, cells: map[*para]cellOf{}, tables: map[*tableIn][]*rowOf{}}
	k.locate(content.items, cellOf{})
	list := k.paragraphs(content.items, false)
	var out []string
	carried := ""
	last := cellOf{}
	for _, p := range append(list, k.theirNotes(list)...) {
		in := k.cells[p]
		carried += p.text(true)
		if p.deleted != nil {
			continue // its end goes
		}
		if text := strings.Join(strings.Fields(carried), " "); text != "" {
			if in.rowOf != nil && in == last { // lines of a cell are one
				out[len(out)-1] += " " + text
			} else {
				out = append(out, text)
			}
			last = in
		}
		carried = ""
	}
	return out
}

// starters are the documents that the kinds begin with, in Chinese if they can.
func starters(t *testing.T) map[string]string {
	out := map[string]string{}
	for _, kind := range kinds.Names() {
		for _, lang := range []string{"zh-Hans", "id", "en"} {
			if text, err := kinds.Starter(kind, lang); err == nil {
				out[kind] = text
				break
			}
		}
	}
	return out
}

// derived are kinds whose pages count, repeat or order what is written: what they say
// after a change cannot be told from the copy.
var derived = []string{"quiz", "lesson", "first-lesson", "training-card", "certificate", "risk-register", "rectification-ledger", "enterprise-file",
	"inspection-record", "checklist", "surat-undangan", "warning", "safety-reminder", "notula", "official",
	"order", "meeting-notice", "good-practice", "summons-notice", "problem-list"}

// TestHands changes each kind in every way, tracked and not: what is accepted gives what
// the copy says, what cannot be made is told, and the front matter stays.
func TestHands(t *testing.T) {
	if testing.Short() {
		t.Skip("takes too long under the race detector, which has nothing to see in it")
	}
	for kind, text := range starters(t) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			doc, flow := composed(t, text, "")
			before := said(t, written(t, flow))
			for i, e := range edits {
				if (i+len(kind))%2 == 0 && os.Getenv("HANDS") == "" { // with a seed of one's own, all
					continue
				}
				t.Run(e.name, func(t *testing.T) { tryHands(t, doc, flow, before, e.do, !slices.Contains(derived, kind)) })
			}
			t.Run("several", func(t *testing.T) { tryHands(t, doc, flow, before, several, !slices.Contains(derived, kind)) })
		})
	}
}

// several does four of the edits, one after another.
func several(h *hands, _ []*spot, _ int) bool {
	done := false
	for range 4 {
		if list := h.spots(); len(list) > 0 {
			done = edits[h.IntN(len(edits))].do(h, list, h.IntN(len(list))) || done
		}
	}
	return done
}

// seedOf makes a test do the same each time it runs, and each do something else.
func seedOf(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name + os.Getenv("HANDS")))
	return h.Sum64()
}

func tryHands(t *testing.T, doc *bulletins.Document, flow *layout.Flow, before []string, do func(*hands, []*spot, int) bool, exact bool) {
	seed := seedOf(t.Name())
	h := &hands{Rand: rand.New(rand.NewPCG(1, seed)), w: compose(t.Context(), flow), tracked: seed%2 == 0}
	list := h.spots()
	done := false
	for try := 0; try < 50 && !done && len(list) > 0; try++ {
		done = do(h, list, h.IntN(len(list)))
	}
	if !done {
		return
	}
	data := h.file()
	got, found := Compare(t.Context(), doc, flow, bytes.NewReader(data), int64(len(data)), "x.docx")
	want := said(t, data)
	if len(found) > 0 || len(got) == 0 && !slices.Equal(before, want) {
		t.Errorf("found %d changes, said %v\n%s", len(got), found, differ(before, want))
	}
	for _, p := range got {
		exact = exact && p.Conflict == ""
		if (p.Conflict == "") != (p.Edit != nil) || p.Tracked != h.tracked {
			t.Errorf("tracked %v: %s", h.tracked, told(got))
		}
	}
	after := Apply(doc.Text, got, all)
	front := doc.Text[:strings.Index(doc.Text, "\n---\n")]
	if !strings.HasPrefix(after, front) {
		t.Errorf("the front matter became %q", after[:min(len(front), len(after))])
	}
	if have := func() []string { _, now := composed(t, after, ""); return said(t, written(t, now)) }(); exact && !slices.Equal(have, want) {
		t.Errorf("tracked %v\n%s%s", h.tracked, told(got), differ(want, have))
	}
}

// differ shows where two lists differ.
func differ(want, have []string) string {
	var b strings.Builder
	for _, e := range diff(want, have) {
		fmt.Fprintf(&b, "want %q\nhave %q\n", want[e.from:e.to], have[e.with:e.until])
	}
	return b.String()
}
