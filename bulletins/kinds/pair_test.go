package kinds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"safety365/assets"
	"safety365/bulletins"
)

// TestPair: a register of risks and a ledger of hazards are compared both ways, from
// documents, CSV files and documents that name a CSV file; what is wrong is said at its
// line, and the register counts the hazards of each risk.
func TestPair(t *testing.T) {
	dir := t.TempDir()
	const (
		register = "---\nlang: zh-Hans\nkind: risk-register\ntitle: 清单\nas_of: 2026-03-31\n"
		risks    = "---\n\n| 风险编号 | 风险点 | 危险源 | 风险等级 | 管控措施 | 责任人 |\n|-|-|-|-|-|-|\n| F1 | 抛光间 | 粉尘 | 重大 | 清扫 | 甲 |\n| F2 | 仓库 | 叉车 | 一般 | 分流 | 乙 |\n"
		ledger   = "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\nas_of: 2026-03-31\n"
		hazards  = "---\n\n| 隐患编号 | 风险编号 | 隐患描述 | 等级 | 整改措施 | 责任人 | 整改时限 |\n|-|-|-|-|-|-|-|\n| 1 | F1 | 积尘 | 一般 | 扫 | 甲 | 2026-03-20 |\n| 2 | F1、F2 | 堵塞 | 一般 | 清 | 乙 | 2026-04-20 |\n| 3 | F9 | 无灯 | 一般 | 装 | 丙 | 2026-04-20 |\n| 4 | | 无栏 | 一般 | 装 | 丁 | 2026-04-20 |\n"
	)
	for name, text := range map[string]string{
		"清单.md": register + risks, "台账.md": ledger + hazards, "空.md": register + "---\n\n文。\n", "连.md": ledger + "data: 台账.csv\n---\n",
		"圈.md": register + "ledger: 圈.md\ndata: 圈.md\n---\n", "无号.csv": "风险点,危险源,风险等级\n抛光间,粉尘,重大\n",
		"台账.csv": "风险编号,隐患描述,整改时限,是否销号,复查日期\nF1,积尘,2026-03-20,是,2026-03-20\nF3,无栏,2026-04-20,否,\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, text string
		want       []string
		codes      string
	}{
		{"a ledger", ledger + "register: 清单.md\n" + hazards, []string{"隐患编号|风险编号|"}, "pair-none@14 pair-unknown@13"},
		{"a ledger by itself", ledger + hazards, nil, ""},
		{"a ledger without the column", ledger + "register: 清单.md\n---\n\n| 隐患描述 | 等级 | 整改措施 | 责任人 | 整改时限 |\n|-|-|-|-|-|\n| 积尘 | 一般 | 扫 | 甲 | 2026-04-20 |\n", nil, "list-column@9"},
		{"a register", register + "ledger: 台账.md\n" + risks, []string{"责任人|未销号隐患|", "F1|", "甲|2项，逾期1项|", "F2|", "乙|1|"}, "pair-late@11 pair-missing@9"},
		{"a register and a CSV", register + "ledger: 台账.csv\n" + risks, []string{"甲|0|", "乙|0|"}, "pair-missing@9"},
		{"a register and a document with a CSV", register + "ledger: 连.md\n" + risks, []string{"甲|0|", "乙|0|"}, "pair-missing@9"},
		{"a register without numbers", register + "ledger: 台账.md\ndata: 无号.csv\n---\n", nil, "list-column@7 list-column@7 list-column@7"},
		{"no such file", ledger + "register: 没有.md\n" + hazards, nil, "data-missing@6"},
		{"no table", ledger + "register: 空.md\n" + hazards, nil, "pair-column@6"},
		{"no numbers in it", ledger + "register: 无号.csv\n" + hazards, nil, "pair-column@6"},
		{"outside", ledger + "register: ../清单.md\n" + hazards, nil, "data-outside@6"},
		{"itself", register + "ledger: 圈.md\n" + risks, nil, "data-unreadable@6"},
		{"a document as data", register + "data: 清单.md\n---\n", []string{"F1|抛光间|粉尘|"}, ""},
	} {
		_, said, codes := recordOf(t, dir, c.text)
		saysInOrder(t, c.name, said, c.want)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.name, got, c.codes)
		}
	}
}

// TestPairWhileEditing: a change of the other file is seen.
func TestPairWhileEditing(t *testing.T) {
	dir := t.TempDir()
	write := func(text string, second int64) {
		path := filepath.Join(dir, "清单.csv")
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, time.Time{}, time.Unix(second, 0)); err != nil {
			t.Fatal(err)
		}
	}
	c, folder, theme := NewComposer(), open(t, dir), load(t, "bulletin", "zh-Hans")
	doc := bulletins.Parse("a.md", "---\nlang: zh-Hans\nkind: rectification-ledger\ntitle: 台账\nas_of: 2026-03-31\nregister: 清单.csv\n---\n\n| 风险编号 | 隐患描述 | 等级 | 整改措施 | 责任人 | 整改时限 |\n|-|-|-|-|-|-|\n| F2 | 积尘 | 一般 | 扫 | 甲 | 2026-04-20 |\n", Schema())
	for i, step := range []struct{ csv, codes string }{
		{"风险编号,危险源\nF1,粉尘\n", "pair-unknown"}, {"风险编号,危险源\nF2,粉尘\n", ""}, {"危险源\n粉尘\n", "pair-column"},
	} {
		write(step.csv, int64(1e9+i))
		_, found := c.Compose(doc, theme, folder, Options{})
		var codes []string
		for _, d := range found {
			codes = append(codes, d.Code)
		}
		if got := strings.Join(codes, " "); got != step.codes {
			t.Errorf("step %d: %s, want %s", i, got, step.codes)
		}
	}
}

// TestPairStarters: what both begin with agrees in its numbers.
func TestPairStarters(t *testing.T) {
	dir := t.TempDir()
	for _, kind := range []string{"risk-register", "rectification-ledger"} {
		other, key, back, ok := Pair(kind)
		if !ok || key == back {
			t.Fatal(kind, other, key, back)
		}
		for _, lang := range assets.Languages {
			text, _ := Starter(kind, lang)
			partner, _ := Starter(other, lang)
			if err := os.WriteFile(filepath.Join(dir, "b.md"), []byte(partner), 0o666); err != nil {
				t.Fatal(err)
			}
			text = strings.Replace(text, "\n"+key+": \"\"", "\n"+key+": b.md", 1)
			if _, _, codes := recordOf(t, dir, text); !strings.Contains(text, "b.md") || strings.ReplaceAll(strings.Join(codes, " "), "pair-late@14", "") != "" {
				t.Errorf("%s in %s: %v", kind, lang, codes)
			}
		}
	}
	if _, _, _, ok := Pair("checklist"); ok {
		t.Error("a checklist has a pair")
	}
}
