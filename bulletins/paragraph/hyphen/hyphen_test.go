package hyphen

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"safety365/assets/hyphenation"
)

// hyphenated returns a word with hyphens at its points.
func hyphenated(word, lang string) string {
	var b strings.Builder
	from := 0
	for _, p := range Points(word, lang) {
		b.WriteString(word[from:p])
		b.WriteByte('-')
		from = p
	}
	b.WriteString(word[from:])
	return b.String()
}

// wordList returns the lines "kata: ka-ta" of a file.
func wordList(t testing.TB, name string) [][2]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list [][2]string
	seen := map[string]bool{}
	for s := bufio.NewScanner(f); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		word, want, ok := strings.Cut(line, ": ")
		if !ok || strings.ReplaceAll(want, "-", "") != word || seen[word] {
			t.Errorf("%s: %q is no line of the list, or its word stands twice", name, line)
			continue
		}
		seen[word] = true
		list = append(list, [2]string{word, want})
	}
	return list
}

func TestWords(t *testing.T) {
	for _, test := range []struct {
		file, lang string
		least      int
	}{
		{"id.txt", "id", 450},
		{"en-US.txt", "en-US", 100},
		{"en-GB.txt", "en-GB", 40},
	} {
		list := wordList(t, test.file)
		if len(list) < test.least {
			t.Errorf("%s has %d words, want %d", test.file, len(list), test.least)
		}
		for _, w := range list {
			if got := hyphenated(w[0], test.lang); got != w[1] {
				t.Errorf("%s: %s, want %s", test.lang, got, w[1])
			}
		}
	}
}

func TestPoints(t *testing.T) {
	for _, test := range []struct{ lang, word, want string }{
		// Languages.
		{"en", "evacuation", "evac-u-a-tion"},
		{"EN-us", "evacuation", "evac-u-a-tion"},
		{"en-AU", "evacuation", "evac-u-a-tion"},
		{"en-GB", "evacuation", "evac-u-ation"},
		{"en_gb", "evacuation", "evac-u-ation"},
		{"en-Latn-GB-oxendict", "evacuation", "evac-u-ation"},
		{"en-US-u-rg-gbzzzz", "evacuation", "evac-u-a-tion"},
		{"en-x-gb", "evacuation", "evac-u-a-tion"},
		{"id-ID", "keselamatan", "ke-se-la-mat-an"},
		{"ms", "keselamatan", "ke-se-la-mat-an"},
		{"zh-Hans", "evacuation", "evacuation"},
		{"de", "evacuation", "evacuation"},
		{"", "evacuation", "evacuation"},
		{"eng", "evacuation", "evacuation"},
		// Capitals.
		{"en", "Evacuation", "Evac-u-a-tion"},
		{"en", "EVACUATION", "EVAC-U-A-TION"},
		{"en", "PAPER", "PAPER"},
		{"en", "paper", "pa-per"},
		{"en", "SAFETY", "SAFETY"},
		{"en", "iPhones", "iPhones"},
		{"en", "JavaScript", "JavaScript"},
		{"id", "KEPUTUSAN", "KE-PU-TUS-AN"},
		{"id", "Keputusan", "Ke-pu-tus-an"},
		{"id", "BADAN", "BADAN"},
		{"id", "Jakarta", "Ja-kar-ta"},
		// Names and abbreviations that are no words of the table.
		{"id", "Prameswari", "Prameswari"},
		{"id", "Jianhe", "Jianhe"},
		{"id", "JAMSOSTEK", "JAMSOSTEK"},
		// Not only letters, too few, too many.
		{"en", "information2", "information2"},
		{"en", "well-informed", "well-informed"},
		{"en", "infor\u00admation", "infor\u00admation"},
		{"en", "информация", "информация"},
		{"en", "信息information", "信息information"},
		{"en", "\xffinformation", "\xffinformation"},
		{"en", "over", "over"},
		{"en", strings.Repeat("na", 32), strings.Repeat("na", 32)},
		{"id", strings.Repeat("na", 32), strings.Repeat("na", 32)},
		// Accents, whole or as marks.
		{"en", "résumés", "ré-sumés"},
		{"en", "re\u0301sume\u0301s", "re\u0301-sume\u0301s"},
		{"id", "musyawaraħ", "mu-sya-wa-raħ"},
		{"id", "péngawasan", "pé-nga-was-an"},
		{"en", "æsthetics", "æsthetics"},
		// Apostrophes.
		{"en", "government’s", "gov-ern-ment’s"},
		{"en", "l'information", "l'in-for-ma-tion"},
		{"id", "Jum'at", "Jum'at"},
		// Words without a known root: only what holds for every root.
		{"id", "dibelokirkan", "di-be-lo-kir-kan"},
		{"id", "gelosapan", "ge-lo-sapan"},
		{"id", "gelosakan", "ge-lo-sakan"},
		{"id", "gelosamkannya", "ge-lo-sam-kan-nya"},
		{"id", "berosamkan", "bero-sam-kan"},
		{"id", "menosamkan", "me-no-sam-kan"},
		{"id", "diprosam", "dipro-sam"},
		{"id", "workshop", "workshop"},
		{"id", "online", "online"},
		{"id", "software", "software"},
		{"id", "briefing", "briefing"},
	} {
		if got := hyphenated(test.word, test.lang); got != test.want {
			t.Errorf("%s, %q: %s, want %s", test.word, test.lang, got, test.want)
		}
	}
}

// check reports what is wrong with the points of a word.
func check(t *testing.T, word, lang string) {
	t.Helper()
	points := Points(word, lang)
	after := 3
	if !strings.HasPrefix(strings.ToLower(lang), "en") {
		after = 2
	}
	letters := func(s string) (n int) {
		for _, r := range s {
			if unicode.IsLetter(r) {
				n++
			}
		}
		return n
	}
	last := 0
	for _, p := range points {
		if p <= last || p >= len(word) {
			t.Fatalf("%q, %q: points %v do not rise inside the word", word, lang, points)
		}
		if r, _ := utf8.DecodeRuneInString(word[p:]); r == utf8.RuneError || !unicode.IsLetter(r) {
			t.Fatalf("%q, %q: no letter begins at %d", word, lang, p)
		}
		if letters(word[:p]) < 2 || letters(word[p:]) < after {
			t.Fatalf("%q, %q: too little stands at one side of %d", word, lang, p)
		}
		last = p
	}
}

func TestProperties(t *testing.T) {
	for _, file := range []string{"id.txt", "en-US.txt", "en-GB.txt"} {
		for _, w := range wordList(t, file) {
			for _, lang := range []string{"id", "en-US", "en-GB"} {
				plain := Points(w[0], lang)
				for _, word := range []string{w[0], strings.ToUpper(w[0][:1]) + w[0][1:], strings.ToUpper(w[0])} {
					check(t, word, lang)
					if got := Points(word, lang); len(got) > 0 && !slices.Equal(got, plain) {
						t.Errorf("%s, %s: %v, in small letters %v", word, lang, got, plain)
					}
				}
			}
		}
	}
}

// TestRoots looks for slips in the table: every entry is small letters and its marks,
// stands once, has vowels in each piece, and keeps ng, ny, sy and kh together unless
// its points are given.
func TestRoots(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(hyphenation.IndonesianRoots) {
		line, _, _ = strings.Cut(line, "#")
		for s := range strings.FieldsSeq(line) {
			entry, form := strings.CutSuffix(s, "+")
			bare := strings.TrimRight(entry, "=?")
			word, _ := spelled(bare)
			if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" || len(word) < 2 || len(word) > 40 {
				t.Errorf("%q is no entry", s)
			}
			if form {
				continue
			}
			if seen[word] {
				t.Errorf("%q stands twice", word)
			}
			seen[word] = true
			mask := loadTable().roots[word] &^ rareRoot
			from := 0
			for i := 1; i <= len(word); i++ {
				if i == len(word) || mask>>i&1 == 1 {
					if !strings.ContainsAny(word[from:i], "aeiou") {
						t.Errorf("%q has a piece without a vowel", s)
					}
					from = i
				}
			}
		}
	}
	if len(seen) < 3000 {
		t.Errorf("only %d roots", len(seen))
	}
}

func TestConcurrent(t *testing.T) {
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for _, lang := range []string{"en", "en-GB", "id"} {
				if len(Points("administration", lang)) == 0 {
					t.Error("no points in", lang)
				}
			}
		})
	}
	wait.Wait()
}

func TestAllocations(t *testing.T) {
	buf := make([]int, 0, 32)
	for _, lang := range []string{"en", "en-GB", "id"} {
		if n := testing.AllocsPerRun(100, func() {
			buf = AppendPoints(buf[:0], "Mempertanggungjawabkan", lang)
		}); n > 0 {
			t.Errorf("%s: %v allocations for a word", lang, n)
		}
	}
}

func FuzzPoints(f *testing.F) {
	for _, word := range []string{"evacuation", "mempertanggungjawabkan", "pengngengnya", "re\u0301sumé", "l’information", "memememememememe", "信息", "\xff"} {
		for _, lang := range []string{"en", "en-GB", "id", "zh"} {
			f.Add(word, lang)
		}
	}
	f.Fuzz(func(t *testing.T, word, lang string) {
		check(t, word, lang)
		check(t, word, "id")
		check(t, word, "en")
		check(t, word, "en-GB")
	})
}

func BenchmarkPoints(b *testing.B) {
	for _, test := range []struct{ file, lang string }{{"en-US.txt", "en-US"}, {"en-GB.txt", "en-GB"}, {"id.txt", "id"}} {
		list := wordList(b, test.file)
		b.Run(test.lang, func(b *testing.B) {
			buf := make([]int, 0, 32)
			Points("evacuation", test.lang)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				buf = AppendPoints(buf[:0], list[i%len(list)][0], test.lang)
			}
		})
	}
}

// BenchmarkLoad is what the first word of a language costs.
func BenchmarkLoad(b *testing.B) {
	for _, test := range []struct {
		lang  string
		files []string
	}{
		{"en-US", []string{hyphenation.American, hyphenation.AmericanExceptions}},
		{"en-GB", []string{hyphenation.British}},
	} {
		b.Run(test.lang, func(b *testing.B) {
			for b.Loop() {
				readPatterns(test.files...)
			}
		})
	}
	b.Run("id", func(b *testing.B) {
		for b.Loop() {
			readTable(hyphenation.IndonesianRoots)
		}
	})
}
