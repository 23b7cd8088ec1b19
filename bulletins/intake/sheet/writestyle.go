package sheet

import "github.com/xuri/excelize/v2"

// styles makes the styles that every table has.
func (w *writer) styles() error {
	w.cells = map[cellStyle]int{}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&w.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16},
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&w.line, excelize.Style{Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&w.bold, excelize.Style{Font: &excelize.Font{Bold: true, Size: 11}, Border: borders(),
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}},
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
	} {
		id, err := w.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// style returns a style of the body.
func (w *writer) style(s cellStyle) (int, error) {
	if id, ok := w.cells[s]; ok {
		return id, nil
	}
	style := &excelize.Style{Border: borders(), Font: &excelize.Font{Bold: s.bold, Size: 11},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}
	if s.center {
		style.Alignment.Horizontal = "center"
	}
	format := s.format
	if format == "" {
		format = "@" // text, so that a telephone number stays one when it is edited
	}
	style.CustomNumFmt = &format
	id, err := w.file.NewStyle(style)
	w.cells[s] = id
	return id, err
}

func borders() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	return all
}

// page sets the sheet up for paper: A4, lying if there are many columns, as wide as
// the page, with the head on each.
func (w *writer) page(name string) error {
	size, orientation, fit, tall := 9, "portrait", 1, 0
	if w.width > 6 {
		orientation = "landscape"
	}
	if err := w.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &tall}); err != nil {
		return err
	}
	whole := true
	if err := w.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &whole}); err != nil {
		return err
	}
	if len(w.head) == 0 {
		return nil
	}
	first := w.above() + 1
	return w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: "'" + name + "'!$" + itoa(first) + ":$" + itoa(first+len(w.head)-1)})
}
