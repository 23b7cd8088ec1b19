package kinds

import (
	"slices"
	"strconv"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
	"safety365/themes"
)

// A register of risks and a ledger of hazards are a pair (双重预防机制): a hazard is a risk
// whose control has failed, and names it by its number. Either may name the file of the
// other (register: 风险清单.md, ledger: 整改台账.xlsx), and is compared with it.

// pairing says of a kind which key names the other list, which kind and which list that is,
// and in which of its columns the numbers of risks stand.
type pairing struct {
	key, kind string
	list      *list
	column    string
}

// pairs are both, by the kind that names the other. They are filled at run time, as all is.
var pairs map[string]pairing

func init() {
	pairs = map[string]pairing{
		"rectification-ledger": {"register", "risk-register", &risks, "risk-number"},
		"risk-register":        {"ledger", "rectification-ledger", &hazards, "risk-ref"},
	}
}

// Pair says which kind a kind shares its numbers with, and which key of either names the
// file of the other; ok is false if it stands alone.
func Pair(kind string) (other, key, back string, ok bool) {
	p, ok := pairs[kind]
	return p.kind, p.key, pairs[p.kind].key, ok
}

// partner is the other list of a pair, or what could be read of it.
type partner struct {
	file  string
	rolls []*roll
	rows  map[string][]rollRow // by the number of the risk
	known []string             // the numbers, in their order
}

type rollRow struct {
	*roll
	row int
}

// partnerOf reads the list that a document names for one of its own; nil if it names none
// or that one says no numbers, which checkPair reports.
func (m *maker) partnerOf(l *list) *partner {
	p, file := pairs[m.scene.kind.Name], m.scene.roll.partner
	if file == "" || m.scene.nested || p.list == nil || l == p.list {
		return nil
	}
	b := m.Composer.book(file, "")
	m.consulted = append(m.consulted, b)
	out := &partner{file: file, rows: map[string][]rollRow{}}
	for _, s := range b.tables {
		r, _ := newRoll(s, p.list, m.scene.lang, m.scene.roll)
		if !r.has(p.column) {
			continue
		}
		out.rolls = append(out.rolls, r)
		for row := range r.Rows {
			if !r.item(row) {
				continue
			}
			for _, number := range numbersIn(r.get(row, p.column)) {
				if out.rows[number] == nil {
					out.known = append(out.known, number)
				}
				out.rows[number] = append(out.rows[number], rollRow{r, row})
			}
		}
	}
	if len(out.rolls) == 0 {
		return nil
	}
	return out
}

// numbersIn parts a cell that names several risks.
func numbersIn(text string) []string {
	return filled(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、,，;；\n", r) }))
}

// checkPair reports that the other list cannot be had or has no numbers of risks.
func (a *article) checkPair() {
	p, ok := pairs[a.scene.kind.Name]
	if !ok || a.scene.roll.partner == "" {
		return
	}
	v := a.meta.Values[p.key]
	a.data(a.scene.roll.partner, "", v.Range)
	if b := a.Composer.book(a.scene.roll.partner, ""); (len(b.tables) > 0 || len(b.found) == 0) && a.partnerOf(nil) == nil {
		a.report(bulletins.Warning, "pair-column", v.Range, "file", a.scene.roll.partner, "column", assets.Phrase(a.scene.lang, "column-"+p.column))
	}
}

// judgeRef reports a hazard that names no risk, or one that the register does not have.
func judgeRef(r *roll, row int) {
	if r.partner == nil || !r.has("risk-ref") {
		return
	}
	numbers := numbersIn(r.get(row, "risk-ref"))
	if len(numbers) == 0 {
		r.report(bulletins.Warning, "pair-none", row, "risk-ref", "file", r.partner.file)
	}
	for _, number := range numbers {
		if !slices.Contains(r.partner.known, number) {
			r.report(bulletins.Warning, "pair-unknown", row, "risk-ref", "value", number, "file", r.partner.file, "nearest", themes.Nearest(number, r.partner.known))
		}
	}
}

// wholeHazards reports a ledger that has no column for the register that it names.
func wholeHazards(r *roll) {
	if r.partner != nil && !r.has("risk-ref") {
		r.report(bulletins.Warning, "list-column", -1, "risk-ref", "names", strings.Join(wordsOf(r.lang, "column-risk-ref-also"), ", "))
	}
}

// wholeRisks reports what the ledger has of risks that are not in the register, and a
// register without numbers.
func wholeRisks(r *roll) {
	if r.partner == nil {
		return
	}
	if !r.has("risk-number") {
		r.report(bulletins.Warning, "list-column", -1, "risk-number", "names", strings.Join(wordsOf(r.lang, "column-risk-number-also"), ", "))
		return
	}
	own := map[string]bool{}
	for row := range r.Rows {
		own[r.get(row, "risk-number")] = true
	}
	missing := slices.DeleteFunc(slices.Clone(r.partner.known), func(number string) bool { return own[number] })
	if len(missing) > 0 {
		r.report(bulletins.Warning, "pair-missing", -1, "risk-number", "file", r.partner.file, "value", strings.Join(missing[:min(len(missing), mostTold)], ", "))
	}
}

// failures counts the hazards of a risk that are not closed, and those overdue.
func failures(r *roll, row int) (open, late int) {
	if r.partner == nil {
		return 0, 0
	}
	for _, h := range r.partner.rows[r.get(row, "risk-number")] {
		if stateOf(h.roll, h.row) < 4 {
			open++
		}
		if overdue(h.roll, h.row) {
			late++
		}
	}
	return open, late
}

// openHazards words them; a risk without any says 0.
func openHazards(r *roll, row int) string {
	open, late := failures(r, row)
	if late > 0 {
		return assets.Phrase(r.lang, "pair-open-late", "n", strconv.Itoa(open), "late", strconv.Itoa(late))
	}
	return strconv.Itoa(open)
}
