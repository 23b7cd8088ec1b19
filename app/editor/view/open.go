package view

// openUnit makes the unit of the caret again if marks show in it, or if something is
// being composed there.
func (v *View) openUnit() {
	anchor := v.state.Selection.Anchor
	if !v.state.Active {
		anchor = -1
	}
	u := v.unitOf(v.state.Selection.Caret)
	if v.state.Preedit.Text != "" && u != nil && u.make != nil {
		v.composing = v.nearestIn(u, v.state.Selection.Caret)
		if c := u.make(relative(u, anchor)); v.composing < 0 {
			u.column = c
		}
		v.composing = -1
		return
	}
	if u = v.unitOf(anchor); u == nil || u.make == nil || anchor < u.start || anchor > u.end {
		return
	}
	places := u.column.touched(anchor - u.start)
	if places == "" {
		return
	}
	if v.open.base != u.column || v.open.places != places {
		v.open = opened{u.column, places, u.make(anchor - u.start)}
	}
	u.column = v.open.column
}

// relative returns a place counted from a unit's start, or -1 if it is not in it.
func relative(u *unit, at int) int {
	if at < u.start || at > u.end {
		return -1
	}
	return at - u.start
}

// touched names the places of hidden marks that an offset touches; "" for none.
func (c *column) touched(at int) string {
	var name []byte
	for i, r := range c.places {
		if at >= r.Start && at <= r.End {
			name = append(name, byte(i), byte(i>>8))
			if c.spaces {
				name = append(name, byte(at), byte(at>>8), byte(at>>16))
			}
		}
	}
	return string(name)
}
