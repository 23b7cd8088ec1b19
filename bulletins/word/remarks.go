package word

import (
	"maps"
	"slices"
)

// remark keeps a comment about a stretch of ours.
func (k *comparer) remark(o *paragraph, id, about string, a, b int) {
	c := k.comments[id]
	if c == nil {
		return
	}
	if n, ok := k.remarks[id]; ok && n < len(k.out) && k.out[n].Kind == Comment {
		k.out[n].Before += about
		return
	}
	place, _, _ := k.place(o, a, b, "")
	k.remarks[id] = len(k.out)
	k.out = append(k.out, Proposal{Kind: Comment, Author: c.author, Date: c.date, Tracked: true, Before: about, Note: c.text, Around: excerpt(o.text), Range: place})
}

// restOfRemarks keeps the comments that are on nothing that was compared.
func (k *comparer) restOfRemarks() {
	for _, id := range slices.Sorted(maps.Keys(k.comments)) {
		if _, ok := k.remarks[id]; !ok {
			c := k.comments[id]
			k.out = append(k.out, Proposal{Kind: Comment, Author: c.author, Date: c.date, Tracked: true, Note: c.text})
		}
	}
}
