package intake

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	readings "github.com/mozillazg/go-pinyin"

	"safety365/assets"
	"safety365/bulletins/intake/script"
)

// The forward model of the damage that I02, I04 and I05 undo; see shift.go.

// item is a byte of GBK text, or something that was put between the bytes and is no
// longer looked into.
type item struct {
	b     byte
	whole string
}

// garbler damages texts as a site did.
type garbler struct {
	keys  []rune // characters behind which their readings are put, in the order of work
	marks bool   // 、 and 。 are left whole
	ascii bool   // full-width forms become ASCII
}

func (g garbler) garble(t testing.TB, text string) string {
	t.Helper()
	page := codePage()
	var items []item
	for _, r := range text {
		if r < 0x80 {
			items = append(items, item{b: byte(r)})
			continue
		}
		lead, trail, ok := page.bytesOf(r)
		if !ok {
			t.Fatalf("%c is not in GBK", r)
		}
		items = append(items, item{b: lead}, item{b: trail})
	}
	for _, key := range g.keys {
		lead, trail, _ := page.bytesOf(key)
		reading, _, _ := strings.Cut(readings.PinyinDict[int(key)], ",")
		items = replacePairs(items, func(a, b byte) []item {
			if a == lead && b == trail {
				return []item{{b: a}, {b: b}, {whole: "(" + reading + ")"}}
			}
			return nil
		})
	}
	items = replacePairs(items, func(a, b byte) []item {
		switch {
		case g.marks && a == 0xa1 && (b == 0xa2 || b == 0xa3):
			return []item{{whole: string(page.of(a, b))}}
		case g.ascii && a == 0xa3 && b > 0xa0 && b < 0xff:
			return []item{{whole: string(rune(b - 0x80))}}
		}
		return nil
	})
	return show(items)
}

// replacePairs goes through the bytes from left to right, wherever pairs begin.
func replacePairs(items []item, with func(a, b byte) []item) (out []item) {
	for i := 0; i < len(items); i++ {
		if i+1 < len(items) && items[i].whole == "" && items[i+1].whole == "" && items[i].b >= 0x80 {
			if new := with(items[i].b, items[i+1].b); new != nil {
				out = append(out, new...)
				i++
				continue
			}
		}
		out = append(out, items[i])
	}
	return out
}

// show is the lenient decoder.
func show(items []item) string {
	page := codePage()
	var b strings.Builder
	for i := 0; i < len(items); i++ {
		it := items[i]
		switch {
		case it.whole != "":
			b.WriteString(it.whole)
			continue
		case it.b < 0x80:
			b.WriteByte(it.b)
			continue
		}
		if i+1 < len(items) && items[i+1].whole == "" {
			next := items[i+1].b
			if r := page.of(it.b, next); r != 0 {
				b.WriteRune(r)
				i++
				continue
			}
			if r := private(it.b, next); r != 0 {
				b.WriteRune(r)
				i++
				continue
			}
		}
		b.WriteByte('?')
		if i+1 < len(items) && strings.HasPrefix(items[i+1].whole, "(") {
			b.WriteString(items[i+1].whole[1:])
			i++
		}
	}
	return b.String()
}

// private returns the character of the user-defined areas, or 0.
func private(lead, trail byte) rune {
	switch {
	case trail < 0xa1 || trail == 0xff:
	case 0xaa <= lead && lead <= 0xaf:
		return firstPrivate + rune(lead-0xaa)*94 + rune(trail-0xa1)
	case 0xf8 <= lead && lead <= 0xfe:
		return secondPrivate + rune(lead-0xf8)*94 + rune(trail-0xa1)
	}
	return 0
}

// TestModel: the model makes the damage that was seen.
func TestModel(t *testing.T) {
	for _, c := range []struct{ text, keys, want string }{
		{"高處作業的規矩", "幾處業", "高處(chù)?jǐ)鳂I(yè)的規矩"},
		{"結束時，開會", "鴷時開", "結束?liè)r,開(kāi)會"},
		{"人人背得出來，", "鰜", "人人背得出?qiàn)?,"},
	} {
		if got := (garbler{[]rune(c.keys), true, true}).garble(t, c.text); got != c.want {
			t.Errorf("%s becomes %s instead of %s", c.text, got, c.want)
		}
	}
}

// TestRepairs: what was damaged comes back, is proposed, or is marked as unknown.
func TestRepairs(t *testing.T) {
	const filler = "機(jī)機(jī)機(jī)機(jī)機(jī)。\n"
	for _, c := range []struct {
		damaged, want string
		certainty     Certainty
	}{
		{"高處?jǐ)鳂I的規矩", "高處作業的規矩", Exact},
		{"結束?liè)r,開會", "結束時，開會", Exact},
		{"合起?kuì)碛秩菀讈y", "合起來又容易亂", Exact},
		{"撿出?qiàn)?。它沒有砸到人", "撿出來。它沒有砸到人", Probable},
		{"併到?yán)懫指蹤C修造公司", "併到瀾浦港機修造公司", Exact},
		{"人人背得出?qiàn)?,", "人人背得出來，", Probable},
		{"響?mǐn)\ue031\ue017\ue318蟻?,由市", "響應要跟上來，由市", Probable},
		{"開關櫃?dǎng)T鎖好", "開關櫃門鎖好", Exact},
		{"那天早上問?zhā)?", "那天早上問⟦?⟧", Unknown},
		{"架第三?yǎn)?,領", "架第三⟦?⟧，領", Unknown},
		{"職業(yè)?cān)", "職業⟦?⟧", Unknown},
		{"預防職業(yè)?。?", "預防職業病⟦?⟧", Unknown},
		{"好嗎?好。真的嗎?!真的??是的?", "好嗎？好。真的嗎？！真的？？是的？", Exact},
	} {
		r := CleanText(filler+c.damaged+"。", "", Options{Script: Keep})
		_, got, _ := strings.Cut(r.Text, filler[len(filler)-4:]+"\n")
		if got = strings.TrimSuffix(got, "。\n"); got != c.want {
			t.Errorf("%s becomes %s instead of %s", c.damaged, got, c.want)
		}
		worst := Exact
		for _, change := range r.Changes {
			worst = max(worst, change.Certainty)
		}
		if worst != c.certainty {
			t.Errorf("%s is %v instead of %v", c.damaged, worst, c.certainty)
		}
	}
}

// latinInBrackets are brackets that do not become full-width again once they are ASCII.
var latinInBrackets = regexp.MustCompile(`（[^）\p{Han}]*）`)

// paragraphs are the Chinese samples in Traditional characters, as far as they are in
// GBK.
func paragraphs(t testing.TB) []string {
	t.Helper()
	var out []string
	names, err := assets.Samples.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !strings.HasSuffix(name.Name(), ".md") {
			continue
		}
		data, err := assets.Samples.ReadFile("samples/" + name.Name())
		if err != nil {
			t.Fatal(err)
		}
		for p := range strings.Lines(string(data)) {
			p, _ = script.Convert(strings.TrimSpace(p), "s2t")
			if length(p) > 40 && isHan(firstRune(p)) && closes(p) && !strings.ContainsAny(p, "*_:[](){}<>`#?!⟦") && inCodePage(p) && !latinInBrackets.MatchString(p) {
				out = append(out, p)
			}
		}
	}
	if len(out) < 10 {
		t.Fatal("too few paragraphs")
	}
	return out
}

func inCodePage(s string) bool {
	for _, r := range s {
		if _, _, ok := codePage().bytesOf(r); r >= 0x80 && !ok {
			return false
		}
	}
	return true
}

// keysFor chooses characters to be annotated: most of the text's Traditional ones, and
// many others, in any order.
func keysFor(text string, random *rand.Rand) []rune {
	var own, others []rune
	for _, r := range text {
		if script.Differs(r) && readings.PinyinDict[int(r)] != "" && !slices.Contains(own, r) && inCodePage(string(r)) {
			own = append(own, r)
		}
	}
	for pair, r := range codePage().decode {
		if pair > 0x8140 && r != 0 && script.Differs(r) && readings.PinyinDict[int(r)] != "" && random.IntN(12) == 0 && !slices.Contains(own, r) {
			others = append(others, r)
		}
	}
	all := append(own[:len(own)*(1+random.IntN(5))/5], others...)
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// sentences are those of the guide and the messages, other ones than the samples have.
func sentences(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("../../assets/messages/*.zh-Hans.yaml")
	guides, _ := filepath.Glob("../../assets/guide/*zh-Hans*")
	var out []string
	for _, name := range append(files, guides...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range hanSentence.FindAllString(string(data), -1) {
			if s, _ = script.Convert(s, "s2t"); length(s) > 20 && inCodePage(s) {
				out = append(out, s)
			}
		}
	}
	if len(out) < 100 {
		t.Fatal("too few sentences")
	}
	return out
}

var hanSentence = regexp.MustCompile(`\p{Han}[\p{Han}\d，、；：“”《》]+[。！？]`)

// rounds is how many texts TestGarbled damages.
var (
	rounds = flag.Int("garble", 12, "how many texts TestGarbled damages")
	seed   = flag.Uint64("seed", 1, "what TestGarbled begins with")
)

// TestGarbled damages texts in many ways and wants them back: a paragraph that is not
// as it was bears a mark, and nothing that was taken for certain is wrong.
func TestGarbled(t *testing.T) {
	all := append(paragraphs(t), sentences(t)...)
	random := rand.New(rand.NewPCG(365, *seed))
	count := map[string]int{}
	for round := range *rounds {
		var text, damaged []string
		for _, i := range random.Perm(len(all))[:8] {
			text = append(text, all[i])
		}
		g := garbler{keysFor(strings.Join(text, ""), random), round%2 == 0, round%3 != 0}
		for _, p := range text {
			damaged = append(damaged, g.garble(t, p))
		}
		o := Options{Script: Keep, Off: []string{"I36", "I42"}}
		got := CleanText(strings.Join(damaged, "\n\n"), "", o)
		body := strings.Split(strings.TrimSpace(got.Text[got.Body:]), "\n\n")
		if len(body) != len(text) {
			t.Fatalf("round %d: %d paragraphs instead of %d", round, len(body), len(text))
		}
		doubt := slices.ContainsFunc(got.Warnings, func(w Warning) bool { return w.Code == "intake-pinyin-doubt" })
		asked := func(p string) bool {
			return slices.ContainsFunc(got.Warnings, func(w Warning) bool {
				return w.Code == "intake-damage-doubt" && strings.Contains(p, w.Args["text"])
			})
		}
		for i, p := range text {
			want := CleanText(p, "", o)
			count["paragraphs"]++
			marked := doubt || asked(damaged[i])
			for _, c := range got.Changes {
				if c.Line == 2*i+1 && c.Rule == "I04" && !strings.Contains(p, c.After) {
					t.Errorf("round %d, taken for certain: %s in %s", round, c.After, p)
				}
				if c.Line == 2*i+1 && c.Certainty != Exact {
					marked = true
				}
				if c.Line == 2*i+1 && c.Rule <= "I05" && c.Rule > "I02" {
					count[c.Certainty.String()]++
				}
			}
			switch same := body[i] == strings.TrimSpace(want.Text[want.Body:]); {
			case same:
				count["mended"]++
			case marked:
				count["marked"]++
			default:
				t.Errorf("round %d, no mark:\n%s", round, firstDifference(body[i], strings.TrimSpace(want.Text[want.Body:])))
			}
		}
	}
	t.Log(count)
}
