package intake

import (
	"math/rand/v2"
	"strings"
	"testing"
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
