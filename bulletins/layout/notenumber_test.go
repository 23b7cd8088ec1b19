package layout_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/kinds"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
	"safety365/themes"
)

// noted is a text of paragraphs with notes: references as perParagraph says, one note
// long enough to go on at the foot of the next page.
func noted(lang string, paragraphs int, perParagraph func(i int) int) string {
	words := map[string]string{"zh-Hans": "检查作业现场，", "en": "Check the place of work, "}[lang]
	var text, notes strings.Builder
	n := 0
	for i := range paragraphs {
		for range perParagraph(i) {
			n++
			fmt.Fprintf(&text, "%s[^n%d]", strings.Repeat(words, 3), n)
			times := 1
			if n%7 == 0 {
				times = 60
			}
			fmt.Fprintf(&notes, "[^n%d]: NOTE%d %s\n\n", n, n, strings.Repeat(words, times))
		}
		text.WriteString(strings.Repeat(words, 8) + "\n\n")
	}
	return "---\nlang: " + lang + "\ntitle: t\n---\n" + text.String() + notes.String()
}

// noteMarks lists for a page the numbers in its text and those before its notes, as
// they are printed and by the note.
func noteMarks(p *page.Page) (refs, labels []string) {
	for _, it := range p.Items {
		l, ok := it.(*page.Link)
		if !ok || !printed(p, l) {
			continue
		}
		switch {
		case strings.HasPrefix(l.Dest, "fn:"):
			refs = append(refs, l.Text+" "+strings.TrimPrefix(l.Dest, "fn:"))
		case strings.HasPrefix(l.Dest, "fnref:"):
			labels = append(labels, l.Text+" "+strings.TrimPrefix(l.Dest, "fnref:"))
		}
	}
	return refs, labels
}

// printed reports whether a link's words are what is printed in its place.
func printed(p *page.Page, l *page.Link) bool {
	return slices.ContainsFunc(p.Items, func(it page.Item) bool {
		run, ok := it.(*page.GlyphRun)
		return ok && run.Text == l.Text && run.Origin.X >= l.Rect.X && run.Origin.X < l.Rect.X+l.Rect.W && run.Origin.Y > l.Rect.Y && run.Origin.Y <= l.Rect.Y+l.Rect.H
	})
}

// TestNotesByPage: on each page the numbers of notes begin with 1, in the text and
// before the notes alike; a note that goes on at the foot of the next page does not
// count there, one that only begins there keeps the number of its reference.
func TestNotesByPage(t *testing.T) {
	circled := func(n int) string {
		if n <= 20 {
			return string(rune('①' + n - 1))
		}
		return fmt.Sprintf("[%d]", n)
	}
	arabic := func(n int) string { return fmt.Sprint(n) }
	for _, test := range []struct {
		lang  string
		words func(n int) string
		per   int
	}{{"zh-Hans", circled, 1}, {"zh-Hans", circled, 3}, {"zh-Hans", circled, 8}, {"en", arabic, 12}, {"en", arabic, 1}, {"en", arabic, 6}, {"en", arabic, 2}} {
		t.Run(fmt.Sprint(test.lang, test.per), func(t *testing.T) {
			c := composeText(t, noted(test.lang, 60, func(i int) int { return test.per * (i % 2) }), "footnotes.restart=page")
			number := map[string]string{}
			most := 0
			for _, p := range c.book(t).Pages {
				refs, labels := noteMarks(p)
				for i, r := range refs {
					mark, note, _ := strings.Cut(r, " ")
					if mark != test.words(i+1) {
						t.Errorf("page %d: reference %d is %q", p.Number+1, i+1, mark)
					}
					number[note] = mark
				}
				most = max(most, len(refs))
				for _, l := range labels {
					mark, note, _ := strings.Cut(l, " ")
					if number[note] != mark {
						t.Errorf("page %d: note %s is %q, its reference %q", p.Number+1, note, mark, number[note])
					}
				}
			}
			t.Logf("most notes on a page: %d", most)
			if len(number) == 0 {
				t.Error("no notes")
			}
		})
	}
}

// TestNotesByPageRoom: the room of a mark is that of its number, so that a number needs
// no other line breaks.
func TestNotesByPageRoom(t *testing.T) {
	c := composeText(t, noted("en", 40, func(i int) int { return 6 * (i % 2) }), "footnotes.restart=page")
	for _, p := range c.book(t).Pages {
		for _, l := range p.Lines {
			runs := p.Items[l.First : l.First+l.N]
			for i := range runs[:len(runs)-1] {
				a, b := runs[i].(*page.GlyphRun), runs[i+1].(*page.GlyphRun)
				last := a.Glyphs[len(a.Glyphs)-1]
				if end := a.Origin.X + last.X + last.Advance; end > b.Origin.X+page.Pt/20 {
					t.Errorf("page %d: %q ends %v inside %q", p.Number+1, a.Text, end-b.Origin.X, b.Text)
				}
			}
		}
	}
}

// TestNotesByPageRepeated: a second reference to a note has its number, on whatever
// page that is.
func TestNotesByPageRepeated(t *testing.T) {
	filler := strings.Repeat(strings.Repeat("作业现场检查", 30)+"\n\n", 14)
	text := "---\nlang: zh-Hans\ntitle: t\n---\n甲[^a]乙[^b]\n\n" + filler + "丙[^c]丁[^b]\n\n[^a]: A\n\n[^b]: B\n\n[^c]: C\n"
	var all []string
	for _, p := range composeText(t, text, "footnotes.restart=page").book(t).Pages {
		refs, _ := noteMarks(p)
		all = append(all, refs...)
	}
	if want := []string{"① a", "② b", "① c", "② b"}; !slices.Equal(all, want) {
		t.Errorf("got %q, want %q", all, want)
	}
}

// TestNotesByPageSession: while a text is edited the pages are those of a layout from
// nothing, and those after the change whose notes stay are not made again.
func TestNotesByPageSession(t *testing.T) {
	theme, _ := themes.Load("bulletin", themes.Options{Language: "en", Sets: themes.Sets([]string{"footnotes.restart=page"})})
	var parser bulletins.Parser
	composer := kinds.NewComposer()
	session := layout.NewSession(layout.Options{})
	text := noted("en", 200, func(i int) int { return i % 3 })
	r := rand.New(rand.NewPCG(1, 2))
	var last *layout.Pages
	reused := 0
	for round := range 12 {
		flow, _ := composer.Compose(parser.Parse("t.md", text, kinds.Schema()), theme, nil, kinds.Options{})
		pages := session.Layout(context.Background(), flow)
		book, _, err := layout.Layout(context.Background(), flow, layout.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if pages.Len() != len(book.Pages) {
			t.Fatalf("round %d: %d pages, from nothing %d", round, pages.Len(), len(book.Pages))
		}
		for i, want := range book.Pages {
			got := pages.Page(i)
			if dumpText(got) != dumpText(want) {
				t.Fatalf("round %d: page %d is not as from nothing", round, i+1)
			}
			if last != nil && i < last.Len() && last.Page(i) == got {
				reused++
			}
		}
		last = pages
		// A paragraph with a note more, or one less, somewhere in the first half.
		parts := strings.Split(text, "\n\n")
		at := 1 + r.IntN(60)
		if round%3 == 2 {
			parts = slices.Delete(parts, at, at+1)
		} else {
			parts = slices.Insert(parts, at, fmt.Sprintf("Added here.[^x%d]", round))
			parts = append(parts, fmt.Sprintf("[^x%d]: NEW", round))
		}
		text = strings.Join(parts, "\n\n")
	}
	if reused == 0 {
		t.Error("no page was taken over")
	}
}

// dumpText writes what stands on a page, without the numbers of tags, which a Session
// does not give.
func dumpText(p *page.Page) string {
	var b bytes.Buffer
	var walk func(items []page.Item)
	walk = func(items []page.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *page.GlyphRun:
				fmt.Fprintf(&b, "%s %v %v\n", it.Text, it.Origin, it.Size)
			case *page.Link:
				fmt.Fprintf(&b, "%s %v %s\n", it.Dest, it.Rect, it.Text)
			case *page.Group:
				walk(it.Items)
			}
		}
	}
	walk(p.Items)
	return b.String()
}
