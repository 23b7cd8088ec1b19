package drafting

// merge joins cells or parts them again. What a cell that goes held is put behind the
// text of the one that it joins.
func (t *tree) merge(n *node, op Op) (change, bool) {
	whole := n.parent.parent
	row, col := n.cellAt()
	sign := map[Op]string{MergeLeft: "<", MergeUp: "^"}[op]
	text := plainOnly(t.load(n))
	switch {
	case op == Split:
		return t.part(whole, n)
	case op == MergeLeft && col == 0, op == MergeUp && row < 2, text == "<" || text == "^":
		return change{}, false
	}
	to := n
	for r, c := row, col; ; {
		if sign == "<" {
			c--
		} else {
			r--
		}
		to = whole.rows[r].kids[c]
		if s := t.signOf(to); s == "" || c == 0 && s == "<" || r == 0 {
			break
		} else {
			sign = s
		}
	}
	sign = map[Op]string{MergeLeft: "<", MergeUp: "^"}[op]
	if text != "" {
		rest := t.load(n)
		if len(trimSpaces(t.load(to))) > 0 {
			rest = append([]char{{kind: broken, text: "\n"}}, rest...)
		}
		t.add(t.finish(to), rest)
	}
	n.line.chars = []char{{text: sign, spell: sign}}
	whole.touch()
	t.put(t.finish(to))
	return t.change()
}

// signOf returns the mark of a cell that belongs to its neighbour, or "".
func (t *tree) signOf(c *node) string {
	if chars := trimSpaces(t.load(c)); len(chars) == 1 && chars[0].spell == chars[0].text && (chars[0].text == "<" || chars[0].text == "^") {
		return chars[0].text
	}
	return ""
}

// part has the cells that belong to a cell, or a cell that belongs to another, stand
// for themselves.
func (t *tree) part(whole, n *node) (change, bool) {
	row, col := n.cellAt()
	done := false
	clear := func(c *node) bool {
		if t.signOf(c) == "" {
			return false
		}
		c.line.chars, done = nil, true
		return true
	}
	if !clear(n) {
		for r := row; r < len(whole.rows) && (r == row || t.signOf(whole.rows[r].kids[col]) == "^"); r++ {
			if r > row {
				clear(whole.rows[r].kids[col])
			}
			for c := col + 1; c < len(whole.aim) && t.signOf(whole.rows[r].kids[c]) != ""; c++ {
				clear(whole.rows[r].kids[c])
			}
		}
	}
	if !done {
		return change{}, false
	}
	whole.touch()
	t.put(start(n))
	return t.change()
}
