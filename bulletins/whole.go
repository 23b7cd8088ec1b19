package bulletins

// checkWhole checks what can only be seen over the whole document: notes, links
// inside it, and the levels of headings.
func checkWhole(d *Document, parts []part) {
	checkNotes(d, parts)
	checkLinks(d, parts)
	level := 0
	for _, part := range parts {
		for _, h := range part.headings {
			if level > 0 && h.level > level+1 {
				d.report(note(Warning, "heading-jump", h.at.shifted(part.start), "from", itoa(level), "to", itoa(h.level)))
			}
			level = h.level
		}
	}
}

func (d *Document) report(x Diagnostic) { d.Diagnostics = append(d.Diagnostics, x) }

func checkNotes(d *Document, parts []part) {
	used := map[string]bool{}
	for _, part := range parts {
		for _, ref := range part.refs {
			used[ref.name] = true
			if d.Notes[ref.name] == nil {
				d.report(note(Error, "note-missing", ref.at.shifted(part.start), "label", ref.name))
			}
		}
	}
	defined := map[string]bool{}
	for _, part := range parts {
		for _, def := range part.notes {
			at := def.at.shifted(part.start)
			switch {
			case defined[def.name]:
				d.report(note(Error, "note-duplicate", at, "label", def.name))
			case !used[def.name]:
				d.report(note(Warning, "note-unused", at, "label", def.name))
			}
			defined[def.name] = true
		}
	}
}

func checkLinks(d *Document, parts []part) {
	ids := map[string]bool{}
	for _, part := range parts {
		for _, id := range part.ids {
			if ids[id.name] {
				d.report(note(Warning, "id-duplicate", id.at.shifted(part.start), "id", id.name))
			}
			ids[id.name] = true
		}
	}
	for _, part := range parts {
		for _, link := range part.links {
			if !ids[link.name] {
				d.report(note(Warning, "link-target-missing", link.at.shifted(part.start), "id", link.name))
			}
		}
	}
}
