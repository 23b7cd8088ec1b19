package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"safety365/app/drafting"
	"safety365/app/ime"
	"safety365/app/ui"
)

const officeYAML = `# 本局
names: {zh-Hans: 江安市应急局}
fields:
  # 代字
  code: 江应急
  cc: [市消防救援局, 各镇人民政府]
  contact: [{name: 李工}]
theme: gbt9704
`

func TestOfficeKeepsWhatItDoesNotAsk(t *testing.T) {
	got := withOffice(officeYAML, map[string]drafting.Field{"code": drafting.Text("江安应急"), "city": drafting.Text("江安"), "cc": nil})
	want := strings.NewReplacer("江应急", "江安应急", "  cc: [市消防救援局, 各镇人民政府]\n", "", "theme", "  city: 江安\ntheme").Replace(officeYAML)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := withOffice("", map[string]drafting.Field{"to": officeField{"to", true}.field("甲局；乙局")}); got != "fields:\n  to:\n    - 甲局\n    - 乙局\n" {
		t.Errorf("a new file is\n%s", got)
	}
}

func TestOfficeForm(t *testing.T) {
	v := newViewer(t, "zh-Hans")
	path := filepath.Join(filepath.Dir(v.path), officeFile)
	must(t, os.WriteFile(path, []byte(officeYAML), 0o666))
	v.w.showOffice()
	v.q.until(t, "the form", func() bool { return v.w.win.Canvas().Overlays().Top() != nil })
	entries := map[string]*ime.Entry{}
	var rich bool
	for _, e := range found[*ime.Entry](v.w.win.Canvas().Overlays().Top()) {
		entries[e.Text] = e
		rich = rich || e.Disabled()
	}
	if !rich || entries["市消防救援局；各镇人民政府"] == nil {
		t.Fatalf("shown are %v", entries)
	}
	entries["江应急"].SetText("江安应急")
	for _, b := range found[*ui.Button](v.w.win.Canvas().Overlays().Top()) {
		if b.Text == ui.Say("ok") {
			test.Tap(b)
			break
		}
	}
	v.q.until(t, "the file is written", func() bool {
		return read(t, path) == strings.Replace(officeYAML, "江应急", "江安应急", 1)
	})
}

// found lists the objects of a type in what an object shows.
func found[T fyne.CanvasObject](o fyne.CanvasObject) (out []T) {
	if t, ok := o.(T); ok {
		return append(out, t)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			out = append(out, found[T](inner)...)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			out = append(out, found[T](inner)...)
		}
	}
	return out
}
