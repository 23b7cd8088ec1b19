package assets

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// arguments lists the {names} and the %s in a text, sorted, each once.
func arguments(s string) string {
	var out []string
	for _, name := range regexp.MustCompile(`\{[a-z]+\}|%(?:\[\d\])?[a-z]`).FindAllString(s, -1) {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// TestCatalogues compares our reader of catalogues with a real one.
func TestCatalogues(t *testing.T) {
	for _, pattern := range []string{"messages/*.yaml", "phrases/*.yaml", "labels/*.yaml"} {
		names, err := fs.Glob(words, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := words.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var root map[string]any
			if err := yaml.Unmarshal(data, &root); err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			want := map[string]text{}
			for key, value := range root {
				switch v := value.(type) {
				case string:
					want[key] = text{message: v}
				case map[string]any:
					for field := range v {
						if field != "message" && field != "hint" {
							t.Errorf("%s: %s has a field %s", name, key, field)
						}
					}
					hint, _ := v["hint"].(string)
					want[key] = text{fmt.Sprint(v["message"]), hint}
				default:
					t.Errorf("%s: %s is neither text nor message", name, key)
				}
			}
			got := map[string]text{}
			read(string(data), got)
			if !maps.Equal(got, want) {
				for key := range want {
					if got[key] != want[key] {
						t.Errorf("%s: %s: we read\n%q, YAML is\n%q", name, key, got[key], want[key])
					}
				}
			}
		}
	}
}

// TestComplete: every entry exists in all languages with the same arguments, each
// code in one area only.
func TestComplete(t *testing.T) {
	for _, kind := range []struct {
		name, pattern string
		hints         bool
	}{{"message", "messages/*.", true}, {"phrase", "phrases/*.", false}, {"label", "labels/*.", false}} {
		all := map[string]map[string]text{}
		for _, lang := range Languages {
			all[lang] = load(kind.pattern + lang + ".yaml")
		}
		for key, en := range all["en"] {
			for _, lang := range Languages {
				e, ok := all[lang][key]
				switch {
				case !ok:
					t.Errorf("%s %s is not in %s", kind.name, key, lang)
				case strings.TrimSpace(e.message) == "" && kind.hints, kind.hints && e.hint == "" && !strings.HasPrefix(key, "type-"):
					t.Errorf("%s %s is empty in %s", kind.name, key, lang)
				case arguments(e.message) != arguments(en.message) || arguments(e.hint) != arguments(en.hint):
					t.Errorf("%s %s in %s has the arguments %s / %s, in English %s / %s", kind.name, key, lang,
						arguments(e.message), arguments(e.hint), arguments(en.message), arguments(en.hint))
				}
			}
		}
		for _, lang := range Languages {
			for key := range all[lang] {
				if _, ok := all["en"][key]; !ok {
					t.Errorf("%s %s is in %s but not in English", kind.name, key, lang)
				}
			}
		}
	}
	for _, pattern := range []string{"messages/*.en.yaml", "phrases/*.en.yaml", "labels/*.en.yaml"} {
		names, _ := fs.Glob(words, pattern)
		where := map[string]string{}
		for _, name := range names {
			data, _ := words.ReadFile(name)
			own := map[string]text{}
			read(string(data), own)
			for code := range own {
				if where[code] != "" {
					t.Errorf("%s is in %s and in %s", code, where[code], name)
				}
				where[code] = name
			}
		}
	}
}

// simplified and traditional are characters that betray the wrong script.
const (
	simplified  = "这个们国产业员发务动会时为来对学经过实现问题还进应该将两种后说没开关门见习书东车长马飞气电话语计议许让设证识评词试详读课谁调请费质选连达边迁际险难预领须项顺类监导责报检验规统约级红纸练组细绍结给络绝继续维绿缺网罗罚权条标树样图点处数据档夹链"
	traditional = "這個們國產業員發務動會時為來對學經過實現問題還進應該將兩種後說沒開關門見習書東車長馬飛氣電話語計議許讓設證識評詞試詳讀課誰調請費質選連達邊遷際險難預領須項順類監導責報檢驗規統約級紅紙練組細紹結給絡絕繼續維綠缺網羅罰權條標樹樣圖點處數據檔夾鏈"
)

// TestScripts: no character of the other script slipped into a Chinese catalogue.
func TestScripts(t *testing.T) {
	var hans, hant string
	a, b := []rune(simplified), []rune(traditional)
	if len(a) != len(b) {
		t.Fatal(len(a), len(b))
	}
	for i := range a {
		if a[i] != b[i] {
			hans += string(a[i])
			hant += string(b[i])
		}
	}
	for _, c := range []struct{ lang, wrong string }{{"zh-Hans", hant}, {"zh-Hant", hans}} {
		for _, pattern := range []string{"messages/*.", "phrases/*.", "labels/*."} {
			for key, e := range load(pattern + c.lang + ".yaml") {
				if i := strings.IndexAny(e.message+e.hint, c.wrong); i >= 0 {
					t.Errorf("%s in %s: %q", key, c.lang, e.message+e.hint)
				}
			}
		}
	}
}
