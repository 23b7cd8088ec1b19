package word

import "sort"

// moved says which paragraphs of a copy stand elsewhere than in ours: those that must
// move so that the rest is in order. The order that counts is the one in which they were
// written. A row of a table that moved is a new row, and the old one is gone.
func (k *comparer) moved(pairs map[int]int, theirs []*para) map[int]bool {
	out := k.outOfOrder(pairs, theirs)
	rows := map[*rowOf]bool{}
	for j := range out {
		if _, row := k.rowAt(&k.ours[pairs[j]]); row {
			rows[k.cells[theirs[j]].rowOf] = true
		}
	}
	for j, p := range theirs {
		if row := k.cells[p].rowOf; row == nil || !rows[row] {
			continue
		}
		if n, _, ok := base(p); ok {
			delete(k.numbers, n)
		}
		p.marks, p.starts = nil, nil
		delete(pairs, j)
		delete(out, j)
	}
	return out
}

// outOfOrder is what is not in the longest row that is in order.
func (k *comparer) outOfOrder(pairs map[int]int, theirs []*para) map[int]bool {
	type place struct{ j, at int }
	var list []place
	for j, p := range theirs {
		i, ok := pairs[j]
		if !ok || k.ours[i].note != "" {
			continue
		}
		if n, _, known := base(p); known && k.marked {
			list = append(list, place{j, n})
		} else if !k.marked {
			list = append(list, place{j, i})
		}
	}
	ends, before := []int{}, make([]int, len(list)) // of the longest rows in order, by length
	for n, p := range list {
		long := sort.Search(len(ends), func(l int) bool { return list[ends[l]].at >= p.at })
		before[n] = -1
		if long > 0 {
			before[n] = ends[long-1]
		}
		ends = append(ends[:long], append([]int{n}, ends[min(long+1, len(ends)):]...)...)
	}
	out := map[int]bool{}
	for _, p := range list {
		out[p.j] = true
	}
	if len(ends) > 0 {
		for n := ends[len(ends)-1]; n >= 0; n = before[n] {
			delete(out, list[n].j)
		}
	}
	return out
}
