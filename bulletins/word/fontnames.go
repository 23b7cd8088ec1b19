package word

import (
	"path/filepath"
	"strings"
)

// fontNames are the faces of a font role by the names that Word and WPS know, in
// Simplified and Traditional Chinese.
var fontNames = map[string]struct{ hans, hant, latin string }{
	"song":        {"宋体", "新細明體", "Times New Roman"},
	"hei":         {"黑体", "微軟正黑體", "Arial"},
	"fang":        {"仿宋", "標楷體", "Times New Roman"},
	"kai":         {"楷体", "標楷體", "Times New Roman"},
	"title":       {"方正小标宋简体", "標楷體", "Times New Roman"},
	"latin-serif": {"宋体", "新細明體", "Times New Roman"},
	"latin-sans":  {"黑体", "微軟正黑體", "Arial"},
	"mono":        {"宋体", "新細明體", "Courier New"},
	"black":       {"黑体", "微軟正黑體", "Arial"},
	"symbol":      {"Segoe UI Symbol", "Segoe UI Symbol", "Segoe UI Symbol"}, // of no theme: boxes to tick
}

// fontFallbacks are other names of a face, for computers that lack it.
var fontFallbacks = map[string]string{
	"宋体": "SimSun", "黑体": "SimHei", "仿宋": "FangSong", "楷体": "KaiTi", "方正小标宋简体": "FZXiaoBiaoSong-B05S",
	"新細明體": "PMingLiU", "微軟正黑體": "Microsoft JhengHei", "標楷體": "DFKai-SB",
}

// hanFont is the name of a style's face for Han and full-width marks. A font that the
// theme names for the role comes first. Bold 仿宋 and 楷体 are 黑体, as on our pages.
func (w *writer) hanFont(role string, bold bool) string {
	for _, name := range w.flow.Theme.Fonts[role] {
		if filepath.Ext(name) == "" {
			return name
		}
	}
	if bold && (role == "fang" || role == "kai") {
		role = "hei"
	}
	if f, ok := fontNames[role]; ok {
		if strings.HasPrefix(w.lang, "zh-Hant") {
			return f.hant
		}
		return f.hans
	}
	return fontNames["song"].hans
}

func (w *writer) latinFont(role string) string {
	for _, name := range w.flow.Theme.Fonts[role] {
		if filepath.Ext(name) == "" {
			return name
		}
	}
	if f, ok := fontNames[role]; ok {
		return f.latin
	}
	return fontNames["latin-serif"].latin
}

// fontTable lists the faces with their other names.
func (w *writer) fontTable() *node {
	table := el("w:fonts").with("xmlns:w", nsW)
	seen := map[string]bool{}
	for _, role := range []string{"song", "hei", "fang", "kai", "title", "latin-serif", "latin-sans", "mono"} {
		for _, name := range []string{w.hanFont(role, false), w.latinFont(role)} {
			if seen[name] {
				continue
			}
			seen[name] = true
			f := el("w:font").with("w:name", name)
			if other := fontFallbacks[name]; other != "" {
				f.add(val("w:altName", other))
			}
			if role == "fang" || role == "song" || role == "title" {
				f.add(val("w:family", "roman"))
			}
			table.add(f)
		}
	}
	return table
}
