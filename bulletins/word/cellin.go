package word

import "strconv"

// table reads a table.
func (t *content) table(e *element) *tableIn {
	props := e.child("tblPr")
	style := t.styles[props.val("tblStyle")]
	out := &tableIn{changed: map[int]*change{}}
	out.ruled, out.upright = rules(props.child("tblBorders"))
	if props.child("tblBorders") == nil && style != nil {
		out.ruled, out.upright = style.ruled, style.upright
	}
	e.find("tr", func(tr *element) {
		if tr.child("trPr").on("tblHeader") && out.heads == len(out.rows) {
			out.heads++
		}
		for name, deleted := range map[string]bool{"ins": false, "del": true} {
			if mark := tr.child("trPr", name); mark != nil {
				c := changeOf(mark, deleted)
				out.changed[len(out.rows)] = &c
			}
		}
		var row []cellIn
		for range count(tr.child("trPr").val("gridBefore")) {
			row = append(row, cellIn{span: 1})
		}
		tr.find("tc", func(tc *element) {
			props := tc.child("tcPr")
			ruled, upright := rules(props.child("tcBorders"))
			out.ruled, out.upright = out.ruled || ruled, out.upright || upright
			c := cellIn{span: max(count(props.val("gridSpan")), 1)}
			if m := props.child("vMerge"); m != nil && m.at("val") != "restart" {
				c.down = true
			}
			c.items = t.blocks(tc, true)
			row = append(row, c)
		})
		out.rows = append(out.rows, row)
	})
	return out
}

// count reads a number of columns; 0 if it is none, or more than a table can have.
func count(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n > 0 && n < 100 {
		return n
	}
	return 0
}

// rules says whether borders draw something, and whether some of it is upright.
func rules(borders *element) (ruled, upright bool) {
	if borders == nil {
		return false, false
	}
	for _, b := range borders.kids {
		switch b.at("val") {
		case "", "nil", "none":
			continue
		}
		ruled = true
		switch b.name {
		case "left", "start", "right", "end", "insideV":
			upright = true
		}
	}
	return ruled, upright
}
