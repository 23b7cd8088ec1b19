package sheet

import (
	"encoding/xml"
	"path"
	"strings"
)

// readParts reads the workbook, its texts and its formats.
func (w *workbook) readParts() error {
	targets := map[string]string{}
	err := w.decode("xl/_rels/workbook.xml.rels", func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && strings.HasSuffix(attr(e, "Type"), "/worksheet") {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			targets[attr(e, "Id")] = strings.TrimPrefix(target, "/")
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = w.decode("xl/workbook.xml", func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			w.from1904 = isTrue(attr(e, "date1904"))
		case "sheet":
			if file := targets[attr(e, "id")]; file != "" {
				w.sheets = append(w.sheets, sheetEntry{attr(e, "name"), file, strings.Contains(strings.ToLower(attr(e, "state")), "hidden")})
			}
		}
		return nil
	})
	if err == nil {
		err = w.readStrings()
	}
	if err == nil {
		err = w.readStyles()
	}
	return err
}

// readStrings reads the texts that cells share.
func (w *workbook) readStrings() error {
	size := 0
	return w.decode("xl/sharedStrings.xml", func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := textOf(d, "si")
		w.strings = append(w.strings, text)
		if size += len(text); size > maxStrings {
			return errLimit
		}
		if len(w.strings) > MaxCells {
			return errCells
		}
		return err
	})
}

// textOf reads the text of an element: its t elements, without phonetic ones (rPh).
func textOf(d *xml.Decoder, end string) (string, error) {
	var b strings.Builder
	in, phonetic := false, 0
	for {
		token, err := d.RawToken()
		if err != nil {
			return "", err
		}
		switch e := token.(type) {
		case xml.StartElement:
			in = e.Name.Local == "t" && phonetic == 0
			if e.Name.Local == "rPh" {
				phonetic++
			}
		case xml.EndElement:
			in = false
			switch e.Name.Local {
			case "rPh":
				phonetic--
			case end:
				return unescapeX(b.String()), nil
			}
		case xml.CharData:
			if in {
				if b.Write(e); b.Len() > maxStrings {
					return "", errLimit
				}
			}
		}
	}
}

// unescapeX resolves _x000D_, how characters that XML forbids are written: line ends
// stay, the others are nothing.
func unescapeX(s string) string {
	for from := 0; ; {
		i := strings.Index(s[from:], "_x00")
		if i < 0 {
			return strings.ReplaceAll(s, "\r", "")
		}
		i += from
		if i+7 > len(s) || s[i+6] != '_' {
			from = i + 4
			continue
		}
		into := ""
		switch strings.ToUpper(s[i+4 : i+6]) {
		case "0A":
			into = "\n"
		case "09":
			into = " "
		case "5F":
			into = "_"
		}
		s = s[:i] + into + s[i+7:]
		from = i + len(into)
	}
}
