package themes

import (
	"reflect"
	"safety365/bulletins"
	"safety365/bulletins/page"
	"strconv"
	"strings"
	"testing"
)

// TestSets lays --set over the bulletin and compares what it reaches.
func TestSets(t *testing.T) {
	for _, c := range []struct {
		sets, want string
		got        func(*Theme) string
	}{
		{"styles.h1.size=18pt", "18", func(t *Theme) string { return t.Style("h1").Size.String() }},
		{"styles.h1.size=二号", "22", func(t *Theme) string { return t.Style("h1").Size.String() }},
		{"page.margins.top=30mm", "85.039", func(t *Theme) string { return t.Page.Top.String() }},
		{"page.size=A5 landscape", "595.276×419.528", func(t *Theme) string { return t.Page.Size.String() }},
		{"typeset.size=16pt", "16 28 32 13.76", func(t *Theme) string {
			b := t.Style("body")
			return b.Size.String() + " " + b.Leading.String() + " " + b.Indent.String() + " " + t.Style("table").Size.String()
		}},
		{"typeset.size=16pt styles.body.size=9pt", "16", func(t *Theme) string { return t.Style("body").Size.String() }},
		{"typeset.indent=0", "0", func(t *Theme) string { return t.Style("level4").Indent.String() }},
		{"typeset.justify=off", "left", func(t *Theme) string { return t.Style("list").Align.String() }},
		{"typeset.justify=off typeset.justify=on", "justify", func(t *Theme) string { return t.Style("body").Align.String() }},
		{"typeset.hyphens=on", "true", func(t *Theme) string { return map[bool]string{true: "true"}[t.Style("list").Hyphens] }},
		{"typeset.measure=10em", "105 595.276", func(t *Theme) string { return t.Area(1).W.String() + " " + t.Page.Size.W.String() }},
		{"typeset.measure=85mm", "240.945", func(t *Theme) string { return t.Area(2).W.String() }},
		{"typeset.measure=60em", "630 805.181 87.591", func(t *Theme) string {
			a := t.Area(1)
			return a.W.String() + " " + t.Page.Size.W.String() + " " + (t.Page.Size.W - a.X - a.W).String()
		}},
		{"page.mirror=on page.margins.inner=40mm", "113.386 87.591", func(t *Theme) string { return t.Area(1).X.String() + " " + t.Area(2).X.String() }},
		{"typeset.autospace=0", "0", func(t *Theme) string { return page.Length(t.Typeset.Autospace * int64(page.Pt)).String() }},
		{"colors.accent={gray: 60, srgb: '#666666'}", "K600#666666", func(t *Theme) string { return ink(t.Color("accent")) }},
		{"colors.accent={spot: {name: PANTONE 485 C, tint: 50, cmyk: [0, 95, 100, 0]}}", "PANTONE 485 C@500([0 950 1000 0])#9B2423", func(t *Theme) string { return ink(t.Color("accent")) }},
		{"colors.accent.cmyk=[0, 80, 80, 0]", "0/800/800/0#9B2423", func(t *Theme) string { return ink(t.Style("kicker").Color) }},
		{"lists.bullets=[■, □]", "■□", func(t *Theme) string { return strings.Join(t.Lists.Bullets, "") }},
		{"furniture.footer.odd.center=", "", func(t *Theme) string { return t.Furniture.Footer.At(1, 3, false).Center }},
		{"furniture.footer.last.center=完", "完", func(t *Theme) string { return t.Furniture.Footer.At(3, 3, false).Center }},
		{"styles.h2.box=", "-", func(t *Theme) string { return ink(t.Style("h2").Box.Bar) }},
		{"styles= typeset.size=12pt", "12", func(t *Theme) string { return t.Style("h1").Size.String() }},
		{"styles.h2=", "10.5", func(t *Theme) string { return t.Style("h2").Size.String() }},
		{"styles.own.like=h1", "15.015", func(t *Theme) string { return t.Style("own").Size.String() }},
		{"tables.valign=bottom", "bottom middle", func(t *Theme) string { return t.Tables.Valign + " " + t.Tables.HeadValign }},
		{"tables.rows=3", "3", func(t *Theme) string { return strconv.Itoa(t.Tables.Rows) }},
		{"tables.continued=off", "false", func(t *Theme) string { return strconv.FormatBool(t.Tables.Continued) }},
		{"tables.span=0.1em", "0.903", func(t *Theme) string { return t.Tables.Span.String() }},
		{"fonts.title=[FZXBSJW.TTF]", "FZXBSJW.TTF", func(t *Theme) string { return t.Fonts["title"][0] }},
	} {
		var args []string
		for _, arg := range strings.Split(strings.ReplaceAll(c.sets, " typeset.", "\ntypeset."), "\n") {
			arg = strings.ReplaceAll(arg, " styles.", "\nstyles.")
			args = append(args, strings.Split(strings.ReplaceAll(arg, " page.", "\npage."), "\n")...)
		}
		theme, problems := Load("bulletin", Options{Language: "zh-Hans", Sets: Sets(args)})
		if len(problems) > 0 {
			t.Errorf("%s: %+v", c.sets, problems)
		}
		if got := c.got(theme); got != c.want {
			t.Errorf("%s: %q, not %q", c.sets, got, c.want)
		}
	}
}

func TestWrongSets(t *testing.T) {
	for arg, code := range map[string]string{
		"styles.h1.sise=3pt": "theme-unknown-key", "styles.h1=3pt": "theme-want-map", "nothing": "theme-set", "=3": "theme-set",
		"a..b=3": "theme-set", "styles.h9.size=3pt": "theme-role", "extends=base": "theme-unknown-key",
		"colors.accent={cmyk: [1": "theme-syntax", "page.size={A4}": "theme-want-value", strings.Repeat("a.", 20) + "b=1": "theme-depth",
	} {
		_, problems := Load("plain", Options{Language: "en", Sets: Sets([]string{arg})})
		if len(problems) != 1 || problems[0].Code != code || problems[0].File != "--set" {
			t.Errorf("%s: want %s, got %+v", arg, code, problems)
		}
	}
}

func TestSettingsOf(t *testing.T) {
	text := "---\nsettings:\n  page: {size: A5}\n"
	at := strings.Index(text, "A5")
	list := bulletins.Value{List: []bulletins.Value{{Text: "■"}, {Text: `"`}}}
	d := &bulletins.Document{Name: "news.md", Text: text, Meta: &bulletins.Meta{Values: map[string]bulletins.Value{
		"settings": {Keys: []string{"page", "lists"}, Map: map[string]bulletins.Value{
			"page":  {Keys: []string{"size"}, Map: map[string]bulletins.Value{"size": {Text: "A5", Range: bulletins.Range{Start: at, End: at + 2}}}},
			"lists": {Keys: []string{"bullets"}, Map: map[string]bulletins.Value{"bullets": list}},
		}},
	}}}
	got := SettingsOf(d)
	want := []Setting{{"page.size", "A5", "news.md", 3, 16, true}, {"lists.bullets", `["■", "\""]`, "news.md", 1, 1, false}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	theme, problems := Load("bulletin", Options{Settings: got, Sets: Sets([]string{"page.size=A6"})})
	if len(problems) > 0 || theme.Page.Size.W != page.MM(105000) || theme.Lists.Bullets[1] != `"` {
		t.Errorf("%v %v %v", problems, theme.Page.Size, theme.Lists)
	}
}
