package intake

import (
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// paste makes a megabyte of text as it is pasted: damaged as by a site, with furniture.
func paste(b testing.TB) []byte {
	b.Helper()
	all := paragraphs(b)
	random := rand.New(rand.NewPCG(1, 1))
	g := garbler{keysFor(strings.Join(all, ""), random)[:300], true, true}
	for i, p := range all {
		all[i] = g.garble(b, p)
	}
	var text strings.Builder
	text.WriteString("當前位置: 首頁 > 專欄 > 正文\n港區隱患銷號過九成\n2026-03-06 09:05 來源:港務報 瀏覽次數:3\n")
	for text.Len() < 1<<20 {
		text.WriteString(all[random.IntN(len(all))] + "\n")
	}
	text.WriteString("責編:周一帆\n一審:陸明\n")
	return []byte(text.String())
}

// BenchmarkClean cleans a megabyte of damaged text; it must take less than a second.
func BenchmarkClean(b *testing.B) {
	raw := paste(b)
	for b.Loop() {
		if _, err := Clean(raw, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(raw)))
}

// BenchmarkShort cleans a page of text.
func BenchmarkShort(b *testing.B) {
	raw := paste(b)[:6000]
	for b.Loop() {
		if _, err := Clean(raw, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

var hostile = flag.Int("hostile", 1<<14, "how many bytes TestHostile makes")

// TestHostile: texts that are all damage are given up in time.
func TestHostile(t *testing.T) {
	const head = "機(jī)機(jī)機(jī)機(jī)機(jī)機(jī)\n"
	for name, unit := range map[string]string{
		"questions": "中?,", "letters": "中?A?b?", "pinyin": "中?jī)國", "private": "中?;\ue1fb?", "brackets": "((((((中", "groups": "中(jī)(jī)(jī)",
		"long": "中?jī)國家安全生產中", "marks": "中?。?、", "quotes": "\"中\"“", "links": "[中](", "code": "`中", "dashes": "中--…",
	} {
		start := time.Now()
		CleanText(head+strings.Repeat(unit, (*hostile)/len(unit)), "", Options{})
		CleanText(head+strings.Repeat(unit+"\n", (*hostile/4)/len(unit)), "", Options{})
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s takes %v", name, took)
		} else {
			t.Log(name, took)
		}
	}
}
