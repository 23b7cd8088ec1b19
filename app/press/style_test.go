package press

import (
	"path/filepath"
	"strings"
	"testing"

	"safety365/bulletins/kinds"
	"safety365/themes"
)

// TestMakeStyle: a document without the settings that moved looks in its new style as it
// did, whatever the office says.
func TestMakeStyle(t *testing.T) {
	l := newLibrary(t)
	l.write(filepath.Join(l.dir, "office.yaml"), "settings: {page.margins.top: 40mm}\n")
	doc := read("---\nlang: zh-Hans\ntheme: plain\nsettings:\n  page: {size: A5, margins: {top: 18mm}}\n  typeset: {size: 小四, hanging: perhaps}\n---\n安全第一。\n")
	before, _, _ := LoadTheme(doc, l.folder, l.dir, Settings{Office: officeIn(l)})
	style, err := MakeStyle(doc, l.folder, l.dir, Settings{}, themes.Own{Name: "江安简报", Title: "江安简报", Spoken: "zh-Hans"})
	if err != nil {
		t.Fatal(err)
	}
	var moved []string
	for _, s := range style.Moved {
		moved = append(moved, s.Path)
	}
	if got := strings.Join(moved, " "); got != "page.size typeset.size" {
		t.Errorf("moved are %s", got)
	}
	if len(style.Found) != 1 || style.Found[0].Code != "theme-switch" || strings.Contains(string(style.File), "hanging") {
		t.Errorf("found is %v in\n%s", style.Found, style.File)
	}
	l.write(filepath.Join(l.dir, "江安简报.yaml"), string(style.File))
	after, found, _ := LoadTheme(read("---\nlang: zh-Hans\ntheme: 江安简报\nsettings:\n  page: {margins: {top: 18mm}}\n---\n安全第一。\n"), l.folder, l.dir, Settings{Office: officeIn(l)})
	if len(found) > 0 || after.Page != before.Page || after.Style("body").Size != before.Style("body").Size {
		t.Errorf("%v\n%+v\n%+v", found, after.Page, before.Page)
	}
	all := OwnThemes(l.dir) // not office.yaml
	if len(all) != 1 || all[0].Name != "江安简报" || all[0].Texts["zh-Hans"] != "江安简报" {
		t.Errorf("the styles are %+v", all)
	}
	changed, err := MakeStyle(read("---\nlang: zh-Hans\ntheme: 江安简报\nsettings:\n  page.size: A4\n---\n安全第一。\n"), l.folder, l.dir, Settings{}, themes.Own{Old: style.File})
	if want := strings.Replace(string(style.File), "A5", "A4", 1); err != nil || string(changed.File) != want {
		t.Errorf("%v\n%s", err, changed.File)
	}
}

func officeIn(l library) *kinds.Office {
	office, _ := LoadOffice(l.folder, l.dir)
	return office
}
