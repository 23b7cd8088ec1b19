package themes

import (
	"safety365/bulletins/page"
	"testing"
)

func TestLength(t *testing.T) {
	const em = 10 * page.Pt
	for _, c := range []struct {
		text, points string // of an em of 10 pt; "" is a mistake
	}{
		{"初号", "42"}, {"小初", "36"}, {"一号", "26"}, {"小一", "24"}, {"二号", "22"}, {"小二", "18"}, {"三号", "16"},
		{"小三", "15"}, {"四号", "14"}, {"小四", "12"}, {"五号", "10.5"}, {"小五", "9"}, {"六号", "7.5"}, {"小六", "6.5"},
		{"三號", "16"}, {"10.5pt", "10.5"}, {"2em", "20"}, {"2 em", "20"}, {"2字", "20"}, {"-0.25em", "-2.5"},
		{"25.4mm", "72"}, {"2.54cm", "72"}, {"1in", "72"}, {"4q", "2.83464"}, {"1mm", "2.83464"}, {"0", "0"}, {"0.000001in", "0.00008"},
		{"99999mm", "283461.73228"}, {" 1pt ", "1"}, {"00", "0"},
		{"", ""}, {"pt", ""}, {"1", ""}, {"1.pt", ""}, {".5pt", ""}, {"1e3pt", ""}, {"+1pt", ""}, {"--1pt", ""}, {"1,5pt", ""},
		{"100000mm", ""}, {"0.0000001mm", ""}, {"1px", ""}, {"九号", ""}, {"１pt", ""}, {"1pt2", ""},
	} {
		l, ok := ParseLength(c.text)
		if ok != (c.points != "") {
			t.Errorf("%q: accepted %v", c.text, ok)
			continue
		}
		if got := l.Of(em).Decimal(5); ok && got != c.points {
			t.Errorf("%q is %s pt, not %s", c.text, got, c.points)
		}
	}
	// 28 characters of GB/T 9704 are exactly its type area.
	if l, _ := ParseLength("156mm"); l.Of(0) != page.MM(156000) {
		t.Errorf("156mm is %v", l.Of(0))
	}
}

func TestPapers(t *testing.T) {
	for name, want := range map[string]string{
		"A4": "595.276×841.89", "a4 landscape": "841.89×595.276", "16开": "524.409×737.008", "16K": "524.409×737.008",
		"大16开": "595.276×807.874", "Letter": "612×792", "folio": "609.449×935.433", "210mm 297mm": "595.276×841.89",
		"16k-large": "595.276×807.874", "8k": "737.008×1048.819", "4k-large": "1190.551×1615.748", "2k": "1530.709×2097.638",
		"poster-500x700": "1417.323×1984.252", "poster-600x900": "1700.787×2551.181", "poster-570x840": "1615.748×2381.102",
		"card-90x54": "255.118×153.071", "card-85.6x54": "242.646×153.071",
		"90mm × 54mm": "255.118×153.071", "1in 2in landscape": "144×72",
	} {
		if size, ok := PaperSize(name); !ok || size.String() != want {
			t.Errorf("%s is %v", name, size)
		}
	}
	for _, name := range []string{"", "A99", "210mm", "2em 3em", "0mm 3mm", "A4 A4"} {
		if size, ok := PaperSize(name); ok {
			t.Errorf("%q is %v", name, size)
		}
	}
	if Papers()[1] != "A4" {
		t.Error(Papers())
	}
}
