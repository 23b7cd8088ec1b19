package styling

import (
	"slices"
	"strconv"

	"safety365/app/drafting"
	"safety365/app/ui"
	"safety365/bulletins/page"
	"safety365/themes"
)

// size makes a choice of sizes of type between two, in points. What a style says in em is
// in proportion to the text.
func size(least, most float64) func(func(drafting.Field)) control {
	return func(tell func(drafting.Field)) control {
		var values, names []string
		for _, s := range offeredSizes(least, most) {
			values, names = append(values, s.value), append(names, s.name())
		}
		c := newChoice(values, names, func(v string) { tell(drafting.Text(v)) })
		c.same = sameLength
		c.name = func(v string) string {
			l, ok := themes.ParseLength(v)
			switch n := number(float64(l.N) / 1e6); {
			case ok && l.Unit == themes.Ems:
				return ui.Say("style-size-times", "n", n)
			case ok && l.Unit == themes.Points:
				return ui.Say("style-size-points", "n", n)
			}
			return v
		}
		return c
	}
}

// typeSize is a size of type; named is its Chinese name, if it has one.
type typeSize struct {
	value, named string
	points       float64
}

func (s typeSize) name() string {
	points := ui.Say("style-size-points", "n", number(s.points))
	if s.named == "" {
		return points
	}
	return ui.Say("style-size-named", "name", s.named, "points", points)
}

// between are sizes in points that have no name.
var between = []float64{8, 10, 11, 13, 20, 28, 32, 40, 48}

// offeredSizes are named where Chinese is read, from the smallest.
func offeredSizes(least, most float64) []typeSize {
	var out []typeSize
	add := func(points float64, name string) {
		s := typeSize{number(points) + "pt", "", points}
		if name != "" && chinese() {
			s.value, s.named = name, name
		}
		if points >= least && points <= most {
			out = append(out, s)
		}
	}
	for _, s := range themes.NamedSizes() {
		add(s.Points, s.Name)
	}
	for _, points := range between {
		add(points, "")
	}
	slices.SortFunc(out, func(a, b typeSize) int { return int(2*a.points) - int(2*b.points) })
	return out
}

// chinese says whether the window is in Chinese.
func chinese() bool { return ui.Language() == "zh-Hans" || ui.Language() == "zh-Hant" }

// number writes a number as short as it goes, with at most two decimals.
func number(v float64) string {
	s, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 2, 64), 64)
	return strconv.FormatFloat(s, 'f', -1, 64)
}

// sameLength says whether two lengths are the same, however they are written.
func sameLength(a, b string) bool {
	x, ok1 := themes.ParseLength(a)
	y, ok2 := themes.ParseLength(b)
	if !ok1 || !ok2 || (x.Unit == themes.Ems) != (y.Unit == themes.Ems) {
		return a == b
	}
	d := x.Of(page.Pt) - y.Of(page.Pt)
	return max(d, -d) < page.Pt/200
}
