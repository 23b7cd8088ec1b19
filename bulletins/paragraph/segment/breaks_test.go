package segment

import (
	"os"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	lexiconfiles "safety365/assets/lexicon"
)

// signs write the strengths in the notation of testdata/headings.txt.
var signs = []string{"‖", "|", "·", "_"}

var unmarked = strings.NewReplacer("‖", "", "|", "", "·", "", "_", "")

// marked writes the breaks of a text into it; plain leaves out ‖ after marks and
// typed spaces.
func marked(s string, plain bool) string {
	var b strings.Builder
	at := 0
	for _, k := range Breaks(s) {
		b.WriteString(s[at:k.At])
		before, _ := utf8.DecodeLastRuneInString(s[:k.At])
		if !plain || k.Strength != Phrase || !strings.ContainsRune(" 、，：；。—！？", before) {
			b.WriteString(signs[k.Strength])
		}
		at = k.At
	}
	return b.String() + s[at:]
}

func headings(t testing.TB) (all []string) {
	data, err := os.ReadFile("testdata/headings.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}

// TestHeadings cuts the headings of the table. Those that begin with ! are known
// to be cut otherwise; a known one that comes out right must lose its sign.
func TestHeadings(t *testing.T) {
	var places, inside, missed, other, known, exact int
	all := headings(t)
	if len(all) < 200 {
		t.Fatalf("%d headings", len(all))
	}
	for _, want := range all {
		want, weak := strings.CutPrefix(want, "! ")
		got := marked(unmarked.Replace(want), true)
		if weak {
			known++
		} else if got == want {
			exact++
		}
		if got == want == weak {
			t.Errorf("got  %s\nwant %s (known: %t)", got, want, weak)
		}
		a, b := cuts(want), cuts(got)
		for at, x := range a {
			places++
			if y, ok := b[at]; !ok {
				missed++
			} else if x != y {
				other++
			}
		}
		for at := range b {
			if _, ok := a[at]; !ok {
				inside++
			}
		}
	}
	t.Logf("%d headings, %d exact, %d known weak; %d places: %d missed, %d of another strength; %d breaks inside words",
		len(all), exact, known, places, missed, other, inside)
}

func cuts(s string) map[int]string {
	m := map[int]string{}
	n := 0
	for _, r := range s {
		switch r {
		case '‖', '|', '·', '_':
			m[n] = string(r)
		default:
			n++
		}
	}
	return m
}

// TestA14 is the case of typeset-cases.md: the best place of the heading is the one
// after 基石.
func TestA14(t *testing.T) {
	const s = "以责任为基石筑牢安全生产防线"
	var best []string
	for _, b := range Breaks(s) {
		if b.Strength == Word && b.Tie == 0 && utf8.RuneCountInString(s[:b.At]) > 4 {
			best = append(best, s[:b.At])
		}
	}
	if len(best) != 1 || best[0] != "以责任为基石" {
		t.Errorf("%q", best)
	}
}

// TestMarks shows all signs: where phrases end, what marks, spaces and other scripts
// do.
func TestMarks(t *testing.T) {
	for _, want := range []string{
		"",
		"安全",
		"以_责任|为_基石 ‖筑牢|安全·生产|防线",
		"一、_加强|领导，‖落实|责任",
		"（二）_加强|领导",
		"3._加强|领导",
		"第3章 |风险·管控",
		"《安全·生产法》|和_《消防法》",
		"人民至上、‖生命至上",
		"通道|——‖纪实",
		"按照_ISO |标准 ‖办事",
		"第 12 期|简报",
		"3 月 5 日|召开",
		"30%_以上",
		"２０２４年·３月５日",
		"GB/T _9704—2012",
		"COVID-19|防控",
		"A+B|模式",
		"Work |Safety |Law",
		"5 _kg|灭火器",
		"加强|“五进”|活动",
		"他说：‖“安全第一！”",
		"　安全·生产　‖人人有责　",
		"安全·生产\n‖人人有责",
		"图说｜‖安全",
		"网格化+·表单化",
		"阿卜杜拉··艾则孜",
		"10:30|开会",
		"👷‍♀️|安全帽|🇨🇳",
		"ひらがな",
		"é|安全",
	} {
		s := strings.NewReplacer("‖", "", "|", "", "_", "").Replace(want)
		if strings.Contains(want, "··") {
			s = strings.ReplaceAll(s, "··", "·")
		} else {
			s = strings.ReplaceAll(s, "·", "")
		}
		if got := marked(s, false); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestTraditional cuts Traditional headings where their Simplified twins are cut.
func TestTraditional(t *testing.T) {
	for _, pair := range [][2]string{
		{"关于进一步加强建筑施工安全管理工作的通知", "關於進一步加強建築施工安全管理工作的通知"},
		{"应急管理局组织开展隐患排查治理", "應急管理局組織開展隱患排查治理"},
		{"筑牢安全生产防线，守护人民群众生命财产安全", "築牢安全生產防線，守護人民群眾生命財產安全"},
		{"国务院安委会办公室通报五起典型案例", "國務院安委會辦公室通報五起典型案例"},
	} {
		a, b := Breaks(pair[0]), Breaks(pair[1])
		if len(a) != len(b) {
			t.Errorf("%s %s", marked(pair[0], false), marked(pair[1], false))
			continue
		}
		for i := range a {
			if a[i] != b[i] {
				t.Errorf("%s %s", marked(pair[0], false), marked(pair[1], false))
				break
			}
		}
	}
}

// TestTerms sees to it that each term is found whole in a sentence.
func TestTerms(t *testing.T) {
	n := 0
	for line := range strings.Lines(lexiconfiles.Terms) {
		if line[0] == '#' || line[0] == '=' {
			if name, ok := strings.CutPrefix(line, "="); ok {
				if _, ok := classes[strings.TrimSuffix(strings.TrimSpace(name), " common")]; !ok {
					t.Errorf("no class:%s", name)
				}
			}
			continue
		}
		for term := range strings.FieldsSeq(line) {
			n++
			s := "“" + strings.ReplaceAll(term, "·", "") + "”。"
			for _, b := range Breaks(s) {
				if b.Strength < Part && b.At < len(s)-len("”。") {
					t.Errorf("%s is cut: %s", term, marked(s, false))
				}
			}
		}
	}
	if n < 1400 {
		t.Errorf("%d terms", n)
	}
}

func TestConcurrent(t *testing.T) {
	all := headings(t)
	var wait sync.WaitGroup
	got := make([][]string, 8)
	for i := range got {
		wait.Go(func() {
			for _, s := range all {
				got[i] = append(got[i], marked(unmarked.Replace(s), false))
			}
		})
	}
	wait.Wait()
	for _, other := range got[1:] {
		for i := range all {
			if other[i] != got[0][i] {
				t.Errorf("%s %s", other[i], got[0][i])
			}
		}
	}
}

func TestDamagedList(t *testing.T) {
	whole := lexiconfiles.Words
	for _, packed := range [][]byte{nil, whole[:len(whole)/2], append([]byte("x"), whole...)} {
		if _, err := unpack(packed); err == nil {
			t.Error("no error")
		}
	}
}

// check holds the breaks of any text to what is promised.
func check(t *testing.T, s string) {
	t.Helper()
	breaks := Breaks(s)
	last := 0
	for _, b := range breaks {
		switch {
		case b.At <= last || b.At >= len(s):
			t.Fatalf("%q: break at %d after %d", s, b.At, last)
		case !utf8.RuneStart(s[b.At]) && utf8.ValidString(s):
			t.Fatalf("%q: break inside a character, %d", s, b.At)
		case b.Strength > Bound || b.Tie > 2:
			t.Fatalf("%q: %v", s, b)
		}
		r, _ := utf8.DecodeRuneInString(s[b.At:])
		if k := kindOf(r); r != '"' && r != '\'' && (k == closing || k == stop || k == comma || extends(r)) {
			t.Fatalf("%q: a line begins with %q", s, r)
		}
		if r, _ := utf8.DecodeLastRuneInString(s[:b.At]); r != '"' && r != '\'' && kindOf(r) == opening {
			t.Fatalf("%q: a line ends with %q", s, r)
		}
		for _, word := range []string{"的", "了", "们"} {
			if b.Strength < Bound && strings.HasPrefix(s[b.At:], word) && begins1(s, b.At) {
				t.Fatalf("%q: a line may begin with %s", s, word)
			}
		}
		last = b.At
	}
	again := Breaks(s)
	if len(again) != len(breaks) {
		t.Fatalf("%q: not the same twice", s)
	}
	for i := range again {
		if again[i] != breaks[i] {
			t.Fatalf("%q: not the same twice", s)
		}
	}
}

// begins1 says whether the character at i stands between Han and is a word of one
// character.
func begins1(s string, i int) bool {
	r, size := utf8.DecodeRuneInString(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	if kindOf(r) != han || kindOf(before) != han {
		return false
	}
	for _, b := range Breaks(s) {
		if b.At == i+size {
			return true
		}
	}
	return i+size == len(s)
}

// TestProperties makes texts of everything that may stand in a heading.
func TestProperties(t *testing.T) {
	pieces := []string{"安全", "生产", "的", "了", "们", "关于", "《", "》", "“", "”", "，", "、", "：", " ", "　", "——", "……", "·", "3", "月",
		"5", "日", "第", "十二", "期", "百分之", "A", "GB/T", "(", ")", "—", "王", "小明", "书记", "市", "縣", "應急", "管理局", "在", "和", "之", "\u0301",
		"👍🏽", "\u200d", "\u200b", "\u00a0", "\"", "'", "\t", "\n", "か", "\xff", "𠮷", "。", "%", "|", "一", "、"}
	seed := uint64(1)
	for range 20000 {
		var b strings.Builder
		for range 1 + seed>>60 {
			seed = seed*6364136223846793005 + 1442695040888963407
			b.WriteString(pieces[seed>>33%uint64(len(pieces))])
		}
		seed = seed*6364136223846793005 + 1442695040888963407
		check(t, b.String())
	}
}

// TestLong sees to it that time grows with the length only.
func TestLong(t *testing.T) {
	for _, s := range []string{"安全生产", "1", "一二三", "王", "的", "a ", "（", "第", "囧"} {
		check(t, strings.Repeat(s, 20000))
	}
}

func FuzzBreaks(f *testing.F) {
	for _, s := range headings(f) {
		f.Add(unmarked.Replace(s))
	}
	f.Add("（一）３月５日—7日 “GB 2894—2008”\u0301👷‍♀️")
	f.Fuzz(check)
}

func BenchmarkBreaks(b *testing.B) {
	const s = "国务院安委会办公室关于进一步加强汛期安全生产工作的通知"
	words()
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Breaks(s)
	}
}

func BenchmarkUnpack(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l, err := unpack(lexiconfiles.Words)
		if err != nil {
			b.Fatal(err)
		}
		l.addTerms(lexiconfiles.Terms)
	}
}
