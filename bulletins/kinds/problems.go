package kinds

import (
	"slices"
	"strconv"

	"safety365/assets"
)

// problemList is the list of problems that somebody has found, each with who leads its
// solution and how far that is.
var problemList = Kind{
	Name: "problem-list", Group: Records, Fields: append(slices.Clone(listFields), "progress", "progress_from"), Own: with(listOwn, progressFields),
	lists: []*list{&problems}, listed: true,
	head: listHead, close: listClose, check: checkList, review: reviewList, part: ledgerPart,
}

var problems = list{
	columns: []string{"number", "found-on", "problem", "source", "concerned", "leader", "owner-unit", "owner", "measure", "deadline", "progress", "done-on", "state", "remark"},
	needs:   []string{"problem", "owner-unit", "measure", "deadline"},
	filled:  []string{"problem", "owner-unit", "measure", "deadline"},
	dates:   []string{"found-on", "deadline", "done-on"},
	unique:  []string{"problem"},
	groups:  []string{"source"},
	derived: []derived{{key: "state", ours: isState, value: problemState}},
	role:    hazardRole,
	sum:     sumProblems,
}

// problemDone says whether a problem's progress says that it is solved.
func problemDone(r *roll, row int) bool {
	return wordIn(r.get(row, "progress"), "words-done") != "" || r.get(row, "done-on") != ""
}

func problemLate(r *roll, row int) int {
	if problemDone(r, row) {
		return 0
	}
	return late(r, row)
}

func problemState(r *roll, row int) string {
	switch n := problemLate(r, row); {
	case n > 0:
		return assets.Phrase(r.lang, "state-overdue", "n", strconv.Itoa(n))
	case problemDone(r, row):
		return assets.Phrase(r.lang, "state-solved")
	}
	return assets.Phrase(r.lang, "state-ongoing")
}

func sumProblems(r *roll) string {
	all, done, over := 0, 0, 0
	for row := range r.Rows {
		if !r.item(row) {
			continue
		}
		all++
		if problemDone(r, row) {
			done++
		}
		if problemLate(r, row) > 0 {
			over++
		}
	}
	if all == 0 {
		return ""
	}
	return assets.Phrase(r.lang, "problem-sum", "all", strconv.Itoa(all), "done", strconv.Itoa(done), "overdue", strconv.Itoa(over))
}
