package sheet

import (
	"encoding/xml"
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// errCells is a sheet of more cells than are read.
var errCells = errors.New("too many cells")

// xmlCell is a cell as the file has it.
type xmlCell struct {
	row, col int
	kind     string // attribute t
	style    int
	value    string // of v, or the text of is
	formula  bool
	result   bool // there is a value, be it an empty one
}

// readSheet reads a sheet cell by cell.
func (in *input) readSheet(w *workbook, s sheetEntry) (*grid, error) {
	g := &grid{hidden: map[int]bool{}}
	cells, row, col := 0, 0, 0
	err := w.decode(s.file, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "col":
			if isTrue(attr(e, "hidden")) {
				for c := max(1, number(attr(e, "min"))); c <= min(maxCols, number(attr(e, "max"))); c++ {
					g.hidden[c] = true
				}
			}
		case "row":
			row, col = max(row+1, number(attr(e, "r"))), 0
			if row > maxRows {
				return errCells
			}
			g.lines = append(g.lines, line{row: row, hidden: isTrue(attr(e, "hidden"))})
		case "c":
			if cells++; cells > MaxCells {
				return errCells
			}
			c, err := readCell(d, e)
			if err != nil || len(g.lines) == 0 {
				return err
			}
			if _, at, ok := parseName(attr(e, "r")); ok && at > col {
				col = at
			} else {
				col++
			}
			if col > maxCols {
				return errCells
			}
			c.row, c.col = row, col
			in.addCell(w, g, c)
		case "mergeCell":
			if m, ok := parseRect(attr(e, "ref")); ok && len(g.merges) < maxMerges {
				g.merges = append(g.merges, m)
			}
		}
		return nil
	})
	g.dropBlank()
	return g, err
}

// dropBlank lets go of rows without cells: many a sheet is formatted down to its end.
func (g *grid) dropBlank() {
	kept := g.lines[:0]
	for _, l := range g.lines {
		if len(l.cells) > 0 {
			kept = append(kept, l)
		}
	}
	g.lines = kept
}

// readCell reads the elements of a cell.
func readCell(d *xml.Decoder, e xml.StartElement) (xmlCell, error) {
	c := xmlCell{kind: attr(e, "t"), style: number(attr(e, "s"))}
	in := ""
	for {
		token, err := d.RawToken()
		if err != nil {
			return c, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch in = e.Name.Local; in {
			case "is":
				c.value, err = textOf(d, "is")
				if err != nil {
					return c, err
				}
			case "f":
				c.formula = true
			case "v":
				c.result = true
			}
		case xml.EndElement:
			if in = ""; e.Name.Local == "c" {
				return c, nil
			}
		case xml.CharData:
			if in == "v" {
				if c.value += string(e); len(c.value) > maxValue {
					return c, errLimit
				}
			}
		}
	}
}

// addCell adds what a cell says to the last line.
func (in *input) addCell(w *workbook, g *grid, c xmlCell) {
	text, plain := c.value, false
	if c.formula && !c.result {
		in.warn("sheet-formula", c.row, c.col, "")
	}
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || i < 0 || i >= len(w.strings) {
			in.warn("sheet-error", c.row, c.col, c.value)
			return
		}
		text = w.strings[i]
	case "str":
		text = unescapeX(text)
	case "inlineStr", "d":
	case "b":
		text = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(c.value)]
	case "e":
		in.warn("sheet-error", c.row, c.col, c.value)
	default:
		text, plain = in.numberText(w, c)
	}
	if text = trim(text); text != "" {
		l := &g.lines[len(g.lines)-1]
		l.cells = append(l.cells, rawCell{c.col, text, plain})
	}
}

// numberText writes a number as the sheet shows it; plain says that it has no format.
func (in *input) numberText(w *workbook, c xmlCell) (text string, plain bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(c.value), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return c.value, false
	}
	var s style
	if c.style >= 0 && c.style < len(w.styles) {
		s = w.styles[c.style]
	}
	switch s.shows {
	case showsDate, showsDateTime:
		if date, ok := serialDate(v, w.from1904, s.shows == showsDateTime); ok {
			return date, false
		}
	case showsClock:
		return serialClock(v), false
	case showsFormat:
		if text := w.formatted(c.value, s); text != "" {
			return text, false
		}
	}
	// An identity card of 18 digits that was typed as a number has lost the last three.
	if math.Abs(v) >= 1e15 && v == math.Trunc(v) {
		in.warn("sheet-digits-lost", c.row, c.col, strconv.FormatFloat(v, 'f', -1, 64))
	}
	return general(v), true
}

// general writes a number with the fifteen digits that spreadsheets reckon with, and
// never with an exponent.
func general(v float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		short = v
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

var cellPlace = regexp.MustCompile(`^\$?([A-Za-z]{1,3})\$?(\d{1,7})$`)

// parseName reads a place such as C5.
func parseName(s string) (row, col int, ok bool) {
	m := cellPlace.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	for _, c := range strings.ToUpper(m[1]) {
		col = col*26 + int(c-'A') + 1
	}
	row = number(m[2])
	return row, col, row >= 1 && row <= maxRows && col <= maxCols
}

// parseRect reads an area such as A1:C5.
func parseRect(s string) (rect, bool) {
	from, to, ok := strings.Cut(s, ":")
	top, left, ok1 := parseName(from)
	bottom, right, ok2 := parseName(to)
	return rect{top, left, bottom, right}, ok && ok1 && ok2 && top <= bottom && left <= right
}
