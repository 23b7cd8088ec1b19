package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/signintech/gopdf"
)

// recorder keeps what is written to it, call by call.
type recorder struct{ calls []string }

func (r *recorder) Write(b []byte) (int, error) {
	r.calls = append(r.calls, string(b))
	return len(b), nil
}

// TestGopdf guards what this package takes from gopdf without its documentation
// promising it: that objects are imported as they are, numbered in order of
// creation, and written with their first and last lines in calls of their own.
func TestGopdf(t *testing.T) {
	raw := "<</Filter/FlateDecode/Length 3>>\nstream\n\x00\xFF%d\nendstream\n"
	var doc gopdf.GoPdf
	doc.Start(gopdf.Config{PageSize: gopdf.Rect{W: 100, H: 200}})
	if n := doc.GetNextObjectID(); n != 5 {
		t.Fatalf("a new document has %d objects", n-1)
	}
	doc.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: 10, H: 20}})
	doc.ImportObjects(map[int]string{6: raw}, 6)
	if n := doc.GetNextObjectID(); n != 7 {
		t.Fatalf("page and content take %d objects", n-5)
	}
	sub := newSubset(newBookMaker(t).face(tnr))
	if err := doc.AddTTFFontDataWithOption("ABCDEF+Name", sub.skeletonFont("ABCDEF+Name"), gopdf.TtfOption{}); err != nil {
		t.Fatal(err)
	}
	if n := doc.GetNextObjectID(); n != 12 {
		t.Fatalf("a font takes %d objects", n-7)
	}
	var r recorder
	if _, err := doc.WriteTo(&r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"6 0 obj\n", raw, "endobj\n\n"} {
		found := 0
		for _, c := range r.calls {
			if c == want {
				found++
			}
		}
		if found == 0 {
			t.Errorf("gopdf does not write %q in one call", want)
		}
	}
	all := strings.Join(r.calls, "")
	for i, want := range []string{"/Type /Catalog", "/Type /Pages", "/Type /Outlines", "/ProcSet", "/Type /Page\n", "stream", "stream\n/CIDInit", "/Length1", "/Type /FontDescriptor", "/CIDFontType2", "/Subtype /Type0"} {
		_, object, _ := strings.Cut(all, fmt.Sprintf("\n%d 0 obj\n", i+1))
		object, _, _ = strings.Cut(object, "endobj")
		if !strings.Contains(object, want) {
			t.Errorf("object %d is %q, without %q", i+1, object, want)
		}
	}
}

func TestDict(t *testing.T) {
	d, err := parseDict([]byte("<<\n  /Type /Page\n /Parent 2 0 R\n/S(a\\)/b>)/Annots [3 0 R ]\n/D<</A /B>> /N 1\n>>\n"))
	if err != nil {
		t.Fatal(err)
	}
	d.set("N", "22")
	d.set("Parent", "")
	d.set("New", "[1]")
	if got := string(d.append(nil)); got != `<</Type/Page/S(a\)/b>)/Annots[3 0 R ]/D<</A /B>>/N 22/New[1]>>` {
		t.Error(got)
	}
	for _, bad := range []string{"", "null", "<<", "<</A", "<</A 1", "<<1>>", "<</A (", "<</A (\\"} {
		if _, err := parseDict([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
