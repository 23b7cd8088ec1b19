package window

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"safety365/app/keeping"
	"safety365/app/library/shelf"
	"safety365/assets"
)

// box is a rectangle in the window.
type box struct{ x0, y0, x1, y1 float32 }

func boxOf(at fyne.Position, size fyne.Size) box {
	return box{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (b box) and(c box) box {
	return box{max(b.x0, c.x0), max(b.y0, c.y0), min(b.x1, c.x1), min(b.y1, c.y1)}
}

// some says whether there is more of a box than a rounding error.
func (b box) some() bool { return b.x1-b.x0 > 1.5 && b.y1-b.y0 > 3 }

// lettering is a text as it stands in the window.
type lettering struct {
	text  string
	ink   box    // where it is drawn
	room  box    // what it stands in
	clip  box    // what can be seen there
	in    string // the widget that it belongs to
	typed bool   // the user typed it; it may be longer than its field
}

// scene is what a canvas object shows.
type scene struct {
	words  []lettering
	narrow []string // widgets that have less room than they need
}

// place is where an object stands.
type place struct {
	at    fyne.Position // of what it is in
	room  box
	clip  box
	in    string
	typed string // what the user typed into the field that it is in
	field bool
}

// add notes an object and what is in it.
func (s *scene) add(o fyne.CanvasObject, c place) {
	if o == nil || !o.Visible() {
		return
	}
	at := c.at.Add(o.Position())
	here := boxOf(at, o.Size())
	c.at = at
	switch o := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(o.Text) == "" {
			return
		}
		size := fyne.MeasureText(o.Text, o.TextSize, o.TextStyle)
		ink := at
		switch o.Alignment {
		case fyne.TextAlignCenter:
			ink.X += (o.Size().Width - size.Width) / 2
		case fyne.TextAlignTrailing:
			ink.X += o.Size().Width - size.Width
		}
		ink.Y += (o.Size().Height - size.Height) / 2
		s.words = append(s.words, lettering{o.Text, boxOf(ink, size), c.room, c.clip, c.in, c.field && c.typed == o.Text})
	case *fyne.Container:
		if o.Layout != nil {
			c.room = here
		}
		for _, inner := range o.Objects {
			s.add(inner, c)
		}
	case fyne.Widget:
		c.in, c.room = fmt.Sprintf("%T", o), here
		if o.Size().IsZero() {
			c.room = box{} // so Fyne sets the titles of its dialogs
		} else if need := o.MinSize(); need.Width > o.Size().Width+1 || need.Height > o.Size().Height+1 {
			s.narrow = append(s.narrow, fmt.Sprintf("%s %q needs %v, has %v", c.in, textOf(o), need, o.Size()))
		}
		if f := reflect.ValueOf(o).Elem(); f.Kind() == reflect.Struct && f.FieldByName("PlaceHolder").IsValid() && f.FieldByName("MultiLine").IsValid() {
			c.field, c.typed = true, f.FieldByName("Text").String()
		}
		switch o.(type) {
		case *container.Scroll, *container.Clip:
			c.clip = c.clip.and(here)
		}
		for _, inner := range test.WidgetRenderer(o).Objects() {
			s.add(inner, c)
		}
	}
}

// textOf is the text of a button, label or whatever else has one.
func textOf(o fyne.Widget) string {
	if f := reflect.ValueOf(o).Elem(); f.Kind() == reflect.Struct {
		if text := f.FieldByName("Text"); text.IsValid() && text.Kind() == reflect.String {
			return text.String()
		}
	}
	return ""
}

// scene is what lies on top in the window.
func (v *viewer) scene() (s scene) {
	c := v.w.win.Canvas()
	whole := boxOf(fyne.Position{}, c.Size())
	top := c.Overlays().Top()
	if top == nil {
		top = c.Content()
	}
	s.add(top, place{room: whole, clip: whole})
	return s
}

// shown says whether some text stands in what lies on top.
func (v *viewer) shown(text string) bool {
	var b strings.Builder
	for _, w := range v.scene().words {
		b.WriteString(w.text)
	}
	return strings.Contains(strip(b.String()), strip(text))
}

// strip leaves out what wrapping may take.
func strip(s string) string { return strings.ReplaceAll(s, " ", "") }

// fits checks that everything in the window can be read.
func (v *viewer) fits() {
	v.Helper()
	whole := boxOf(fyne.Position{}, v.w.win.Canvas().Size())
	s := v.scene()
	for _, n := range s.narrow {
		v.Errorf("%s: %s", v.name, n)
	}
	var seen []lettering
	for _, w := range s.words {
		ink := w.ink.and(w.clip)
		if !ink.some() && w.clip != whole {
			continue // scrolled away
		}
		if what := v.faulty(w, whole); what != "" {
			v.Errorf("%s: %q in %s %s (drawn %v, room %v, seen %v)", v.name, w.text, w.in, what, w.ink, w.room, w.clip)
		}
		for _, other := range seen {
			if both := ink.and(other.ink).and(other.clip); both.some() {
				v.Errorf("%s: %q lies over %q", v.name, w.text, other.text)
			}
		}
		seen = append(seen, w)
	}
}

var (
	rawArgument = regexp.MustCompile(`\{[a-z]+\}`)
	rawKey      = regexp.MustCompile(`^[a-z]+(-[a-z_]+)+$`)
)

// slack is what a letter may stand out by.
const slack = 1.5

// faulty says what is wrong with a text, or "".
func (v *viewer) faulty(w lettering, window box) string {
	switch {
	case rawArgument.MatchString(w.text):
		return "has an argument that was not given"
	case rawKey.MatchString(w.text) && !v.own(w.text):
		return "is a key without words"
	case w.typed || v.own(strings.TrimSuffix(w.text, "…")):
		return ""
	case strings.HasSuffix(w.text, "…") && !isLabel(v.T, v.lang, w.text):
		return "is cut"
	case w.ink.x0 < w.clip.x0-slack || w.ink.x1 > w.clip.x1+slack:
		return "is clipped"
	case w.room.x1 > w.room.x0 && (w.ink.x0 < w.room.x0-slack || w.ink.x1 > w.room.x1+slack):
		return "overflows"
	case w.ink.x0 < window.x0 || w.ink.x1 > window.x1 || w.ink.y0 < window.y0-slack || w.ink.y1 > window.y1+slack && w.clip == window:
		return "is outside the window"
	}
	return ""
}

// own says whether a text is a part of something of the user's: a title, a heading, a
// name. Such may be cut where there is no room.
func (v *viewer) own(s string) bool {
	if v.known == "" {
		v.known = keeping.State() + "\n"
		for _, lang := range assets.Languages {
			for _, sample := range shelf.Samples(lang) {
				v.known += sample.Title + "\n"
			}
		}
		names, _ := filepath.Glob(filepath.Join(filepath.Dir(v.path), "*"))
		for _, name := range names {
			v.known += name + "\n"
			if filepath.Ext(name) == ".md" {
				v.known += read(v.T, name)
			}
		}
	}
	return strings.Contains(v.known, s)
}

var labelPatterns = map[string][]*regexp.Regexp{}

// isLabel says whether a text that ends in an ellipsis is a whole label.
func isLabel(t *testing.T, lang, text string) bool {
	if labelPatterns[lang] == nil {
		files, err := filepath.Glob("../../assets/labels/*." + lang + ".yaml")
		must(t, err)
		for _, name := range files {
			f, err := os.Open(name)
			must(t, err)
			for lines := bufio.NewScanner(f); lines.Scan(); {
				_, value, ok := strings.Cut(lines.Text(), ": ")
				if value = strings.Trim(value, `"`); !ok || !strings.HasSuffix(value, "…") {
					continue
				}
				pattern := regexp.MustCompile(`\\\{[a-z]+\\\}`).ReplaceAllString(regexp.QuoteMeta(value), ".*")
				labelPatterns[lang] = append(labelPatterns[lang], regexp.MustCompile("^(.* › )?"+pattern+"$"))
			}
			f.Close()
		}
	}
	for _, p := range labelPatterns[lang] {
		if p.MatchString(text) {
			return true
		}
	}
	return false
}
