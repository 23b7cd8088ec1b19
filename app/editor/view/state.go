package view

import (
	"strings"

	"safety365/bulletins"
	"safety365/bulletins/page"
)

// View is what a State looks like. It belongs to the goroutine that owns the widgets.
type View struct {
	state   State
	lang    string
	measure page.Length // the width of the column of text
	left    page.Length // where it starts

	closes bool // full-width marks stand in a half of their square, as in Simplified Chinese

	library      *library
	styles       []style
	styleNumbers map[style]uint16
	lastStyle    style
	lastNumber   uint16
	lastFont     *font
	lastFontKey  fontKey
	groups       int // of the cells of tables, so far

	blocks    map[*bulletins.TopBlock]*column
	gaps      map[gapKey]*column
	lines     map[lineKey]*column
	frontMade *column
	frontOf   frontKey
	round     int // of Set
	topList   []topAt

	strict    bool // faults are not caught: for tests
	units     []unit
	height    page.Length
	composing int // where the preedit goes in the unit being made; -1: not into it
	open      opened
	lean      leaning
	goal      goal
}

// opened is the unit that was made anew because the caret shows its marks.
type opened struct {
	base   *column // what it is without
	places string  // which marks are shown
	column *column
}

// New returns a View of nothing; Set gives it something to show.
func New() *View {
	v := &View{composing: -1}
	v.Set(State{Document: bulletins.Parse("", "", nil), Width: 400 * page.Pt, Size: 16 * page.Pt})
	return v
}

// Set shows another state. It costs little when little has changed.
func (v *View) Set(s State) {
	if s.Document == nil {
		s.Document = bulletins.Parse("", "", nil)
	}
	s.Size = max(s.Size, 4*page.Pt)
	old := v.state
	v.state = s
	if v.library == nil || (old.Pictures == nil) != (s.Pictures == nil) || (old.Name == nil) != (s.Name == nil) || old.Size != s.Size || old.Width != s.Width || old.Numbers != s.Numbers || v.lang != s.Document.Lang {
		v.reset()
	}
	v.follow(old)
	v.round++
	v.composing = -1
	if s.Marks {
		v.layLines()
	} else {
		v.layUnits()
	}
	v.openUnit()
	v.stack()
	v.forget()
}

// Refresh makes everything anew: pictures or names have changed.
func (v *View) Refresh() {
	v.reset()
	v.Set(v.state)
}

// reset forgets everything that depends on sizes and on the language.
func (v *View) reset() {
	if v.library == nil || v.lang != v.state.Document.Lang {
		v.lang = v.state.Document.Lang
		v.library = newLibrary(v.lang)
		v.closes = strings.HasPrefix(v.lang, "zh") && !strings.HasPrefix(v.lang, "zh-Hant")
	}
	v.lastFont = nil
	v.styles, v.styleNumbers = nil, map[style]uint16{}
	v.styles = append(v.styles, style{}) // no cell has style 0
	v.lastStyle, v.lastNumber = style{}, 0
	v.blocks, v.gaps, v.lines = map[*bulletins.TopBlock]*column{}, map[gapKey]*column{}, map[lineKey]*column{}
	v.frontMade, v.open = nil, opened{}
	v.margins()
}

// stack puts the units one under the other.
func (v *View) stack() {
	y, space := v.state.Size.MulDiv(110, 100), page.Length(0)
	for i := range v.units {
		u := &v.units[i]
		if i > 0 {
			y += max(space, u.column.above)
		}
		u.y = y
		y += u.column.height
		space = u.column.below
	}
	v.height = y + v.state.Size.MulDiv(160, 100)
}

// Height returns the height of everything.
func (v *View) Height() page.Length { return v.height }

// forget drops columns that are no longer in use, once they outnumber those that are.
func (v *View) forget() {
	most := 2*len(v.units) + 256
	if len(v.blocks) > most {
		for k, c := range v.blocks {
			if c.used != v.round {
				delete(v.blocks, k)
			}
		}
	}
	if len(v.gaps) > most {
		for k, c := range v.gaps {
			if c.used != v.round {
				delete(v.gaps, k)
			}
		}
	}
	if len(v.lines) > most {
		for k, c := range v.lines {
			if c.used != v.round {
				delete(v.lines, k)
			}
		}
	}
}
