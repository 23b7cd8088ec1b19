package preview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"safety365/app/command"
)

// The groups of the Preview's commands in the menu.
const (
	groupMode = 20 + iota
	groupFit
	groupScale
	groupOverlay
	groupPage
)

// Commands lists what can be done with the pages.
func (p *Preview) Commands() []*command.Command {
	some := func() bool { return p.pages() > 0 }
	var out []*command.Command
	for _, m := range Modes {
		out = append(out, &command.Command{ID: "preview-" + string(m), Menu: "view", Group: groupMode,
			Run: func() { p.SetMode(m) }, Checked: func() bool { return p.state.Mode == m }})
	}
	out = append(out, &command.Command{ID: "preview-thumbnails", Menu: "view", Group: groupMode,
		Run: p.ToggleThumbnails, Checked: func() bool { return p.state.Thumbnails }})
	for _, f := range []struct {
		id  string
		fit Fit
		key fyne.KeyName
	}{{"preview-fit-width", FitWidth, fyne.Key9}, {"preview-fit-page", FitPage, fyne.Key8}} {
		out = append(out, &command.Command{ID: f.id, Menu: "view", Group: groupFit, Shortcut: command.Alt(f.key),
			Run: func() { p.SetFit(f.fit) }, Checked: func() bool { return p.state.Fit == f.fit }})
	}
	out = append(out,
		&command.Command{ID: "preview-actual-size", Menu: "view", Group: groupFit, Shortcut: command.Alt(fyne.Key0), Enabled: some,
			Run: func() { p.SetZoom(100) }, Checked: func() bool { return p.state.Fit == FitNone && p.rounded() == 100 }},
		&command.Command{ID: "preview-zoom-in", Menu: "view", Group: groupScale, Icon: theme.ZoomInIcon(), Shortcut: command.Alt(fyne.KeyEqual), Run: p.ZoomIn,
			Enabled: func() bool { return some() && p.percent < maxPercent }},
		&command.Command{ID: "preview-zoom-out", Menu: "view", Group: groupScale, Icon: theme.ZoomOutIcon(), Shortcut: command.Alt(fyne.KeyMinus), Run: p.ZoomOut,
			Enabled: func() bool { return some() && p.percent > minPercent }})
	for _, o := range Overlays {
		out = append(out, &command.Command{ID: "preview-overlay-" + string(o), Menu: "view", Group: groupOverlay,
			Run: func() { p.ToggleOverlay(o) }, Checked: func() bool { return slices.Contains(p.state.Overlays, o) }})
	}
	return append(out,
		&command.Command{ID: "preview-previous", Group: groupPage, Shortcut: command.Alt(fyne.KeyPageUp), Run: p.Previous,
			Enabled: func() bool { return p.number > 0 }},
		&command.Command{ID: "preview-next", Group: groupPage, Shortcut: command.Alt(fyne.KeyPageDown), Run: p.Next,
			Enabled: func() bool { return p.number+1 < p.pages() }})
}

// ToggleThumbnails opens or closes the strip of small pages.
func (p *Preview) ToggleThumbnails() { p.change(func(s *State) { s.Thumbnails = !s.Thumbnails }) }

// ToggleOverlay shows something over the pages, or takes it away.
func (p *Preview) ToggleOverlay(o Overlay) {
	p.change(func(s *State) {
		if i := slices.Index(s.Overlays, o); i >= 0 {
			s.Overlays = slices.Delete(s.Overlays, i, i+1)
			return
		}
		s.Overlays = append(s.Overlays, o)
	})
}
