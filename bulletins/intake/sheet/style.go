package sheet

import (
	"encoding/xml"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// style is what a cell's format makes of a number.
type style struct {
	shows shows
	id    int    // of a built-in format
	code  string // of one of the workbook's own
}

type shows uint8

const (
	showsNumber   shows = iota // as it is
	showsFormat                // with the format
	showsDate                  // a day
	showsDateTime              // a day and a time
	showsClock                 // a time
)

// builtIn tells which of the formats that have only a number are dates. 27 to 36 and
// 50 to 58 are the Chinese ones.
func builtIn(id int) shows {
	switch {
	case id == 22:
		return showsDateTime
	case 14 <= id && id <= 17, 27 <= id && id <= 31, id == 36, 50 <= id && id <= 54, 57 <= id && id <= 58:
		return showsDate
	case 18 <= id && id <= 21, 32 <= id && id <= 35, 55 <= id && id <= 56, id == 45, id == 47:
		return showsClock
	case id == 0, id == 11, id == 48, id == 49: // general, scientific, text
		return showsNumber
	}
	return showsFormat
}

// silent is what of a format does not tell its kind: literal text, colours, locales.
var silent = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[(?:[^\]hmsHMS][^\]]*|[hmsHMS][^\]hmsHMS][^\]]*)\]|(?i:AM/PM|A/P)|上午/下午`)

// kindOf tells what a format of the workbook's own shows.
func kindOf(code string) shows {
	first, _, _ := strings.Cut(code, ";")
	bare := strings.ToLower(silent.ReplaceAllString(first, ""))
	switch {
	case bare == "general", bare == "@", strings.Contains(code, "通用格式"), strings.Contains(bare, "e+"):
		return showsNumber
	case strings.Contains(bare, "general"):
		return showsFormat
	case strings.Contains(bare, "["): // hours past a day
		return showsFormat
	}
	day, clock := strings.ContainsAny(bare, "yd"), strings.ContainsAny(bare, "hs")
	switch {
	case !clock && (day || strings.Contains(bare, "m")):
		return showsDate
	case day:
		return showsDateTime
	case clock:
		return showsClock
	}
	return showsFormat
}

// readStyles reads the formats of numbers.
func (w *workbook) readStyles() error {
	codes := map[int]string{}
	inside := false // cellXfs, which are the ones that cells name
	return w.decode("xl/styles.xml", func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			codes[number(attr(e, "numFmtId"))] = attr(e, "formatCode")
		case "cellXfs":
			inside = true
		case "cellStyles", "dxfs", "cellStyleXfs":
			inside = false
		case "xf":
			if inside && len(w.styles) < 1<<16 {
				s := style{id: number(attr(e, "numFmtId"))}
				if s.code = codes[s.id]; s.code != "" {
					s.shows = kindOf(s.code)
				} else {
					s.shows = builtIn(s.id)
				}
				w.styles = append(w.styles, s)
			}
		}
		return nil
	})
}

// scratch is a sheet of excelize's in which numbers are shown by their formats.
type scratch struct {
	file  *excelize.File
	cells map[style]string // the cell that has a style
}

// formatted writes a number by its format, "" if that fails.
func (w *workbook) formatted(value string, s style) string {
	showing := &w.showing
	if showing.file == nil {
		*showing = scratch{excelize.NewFile(), map[style]string{}}
	}
	cell, ok := showing.cells[s]
	if !ok {
		cell = cellName(len(showing.cells)+1, 1)
		ask := &excelize.Style{NumFmt: s.id}
		if s.code != "" {
			ask = &excelize.Style{CustomNumFmt: &s.code}
		}
		id, err := showing.file.NewStyle(ask)
		if err != nil || showing.file.SetCellStyle("Sheet1", cell, cell, id) != nil {
			return ""
		}
		showing.cells[s] = cell
	}
	if showing.file.SetCellDefault("Sheet1", cell, value) != nil {
		return ""
	}
	text, err := showing.file.GetCellValue("Sheet1", cell)
	if err != nil {
		return ""
	}
	return trim(text)
}
