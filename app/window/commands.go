package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"safety365/app/command"
	"safety365/app/look"
	"safety365/app/ui"
	"safety365/assets"
)

// table lists all that can be done now: the window's own commands and those of the
// parts that are shown. Parts offer theirs anew for every desk.
func (w *Window) table() command.Table {
	t := command.Table(w.fileCommands())
	if w.desk != nil {
		t = append(t, w.desk.editor.Commands()...)
		t = append(t, w.list.Commands()...)
		t = append(t, w.viewCommands()...)
		t = append(t, w.desk.preview.Commands()...)
	}
	t = append(t, w.lookCommands()...)
	return append(t, w.helpCommands()...)
}

// open says whether a document is open; many commands want one.
func (w *Window) open() bool { return w.desk != nil }

func (w *Window) fileCommands() []*command.Command {
	return []*command.Command{
		{ID: "new", Menu: "file", Group: 1, Shortcut: command.Ctrl(fyne.KeyN), Icon: theme.DocumentCreateIcon(), Run: w.newDocument},
		{ID: "open", Menu: "file", Group: 1, Shortcut: command.Ctrl(fyne.KeyO), Icon: theme.FileIcon(), Run: w.openFile},
		{ID: "open-folder", Menu: "file", Group: 1, Shortcut: command.CtrlShift(fyne.KeyO), Icon: theme.FolderOpenIcon(), Run: w.openFolder},
		{ID: "new-from-paste", Menu: "file", Group: 1, Icon: theme.ContentPasteIcon(), Run: w.newFromClipboard},
		{ID: "new-from-this", Menu: "file", Group: 1, Run: w.newFromThis, Enabled: w.open},
		{ID: "save", Menu: "file", Group: 2, Shortcut: command.Ctrl(fyne.KeyS), Icon: theme.DocumentSaveIcon(), Run: w.save, Enabled: w.open},
		{ID: "save-as", Menu: "file", Group: 2, Shortcut: command.CtrlShift(fyne.KeyS), Run: w.saveAs, Enabled: w.open},
		{ID: "versions", Menu: "file", Group: 2, Icon: theme.HistoryIcon(), Run: w.showVersions, Enabled: w.open},
		{ID: "export", Menu: "file", Group: 4, Shortcut: command.Ctrl(fyne.KeyE), Icon: theme.UploadIcon(), Run: w.export, Enabled: w.open},
		{ID: "print", Menu: "file", Group: 4, Shortcut: command.Ctrl(fyne.KeyP), Icon: theme.DocumentPrintIcon(), Run: w.print, Enabled: w.open},
		{ID: "close", Menu: "file", Group: 5, Shortcut: command.Ctrl(fyne.KeyW), Run: w.closeDocument, Enabled: w.open},
		{ID: "preferences", Menu: "file", Group: 5, Icon: theme.SettingsIcon(), Run: w.showPreferences},
		{ID: "office", Menu: "file", Group: 5, Icon: theme.HomeIcon(), Run: w.showOffice},
		{ID: "quit", Menu: "file", Group: 6, Shortcut: command.Ctrl(fyne.KeyQ), Icon: theme.LogoutIcon(), Run: w.quit},
		{ID: "search-folder", Menu: "edit", Group: 9, Shortcut: command.CtrlShift(fyne.KeyF), Icon: theme.SearchIcon(), Run: w.searchFolder, Enabled: w.open},
	}
}

func (w *Window) viewCommands() []*command.Command {
	shown := func(on *bool) func() bool { return func() bool { return *on } }
	s := &w.frame.state
	return []*command.Command{
		{ID: "view-side", Menu: "view", Group: 1, Shortcut: command.Ctrl(fyne.KeyBackslash), Checked: shown(&s.Side), Run: func() { w.flip(&s.Side) }},
		{ID: "view-preview", Menu: "view", Group: 1, Keys: "F7", Checked: shown(&s.Preview), Run: func() { w.flip(&s.Preview) }},
		{ID: "view-problems", Menu: "view", Group: 1, Shortcut: command.CtrlShift(fyne.KeyM), Checked: shown(&s.Problems), Run: func() { w.flip(&s.Problems) }},
		{ID: "view-documents", Menu: "view", Group: 2, Run: func() { w.frame.showTab(documentsTab) }},
		{ID: "view-outline", Menu: "view", Group: 2, Run: func() { w.frame.showTab(outlineTab) }},
		{ID: "view-fields", Menu: "view", Group: 2, Keys: "F4", Run: w.showFields},
		{ID: "style", Menu: "file", Group: 3, Icon: theme.ColorPaletteIcon(), Run: w.showStyle},
		{ID: "save-style", Menu: "file", Group: 3, Run: w.saveStyle},
		{ID: "counts", Menu: "tools", Group: 1, Run: w.showCounts},
		{ID: "fix-all", Menu: "tools", Group: 1, Run: w.fixAll, Enabled: w.fixable},
		{ID: "next-problem", Menu: "tools", Group: 1, Keys: "F8", Run: w.nextProblem},
		{ID: "convert", Menu: "tools", Group: 2, Run: w.convert},
		{ID: "review", Menu: "tools", Group: 2, Icon: theme.DownloadIcon(), Run: w.review},
		{ID: "original", Menu: "tools", Group: 2, Run: w.showOriginal},
	}
}

func (w *Window) lookCommands() []*command.Command {
	var all []*command.Command
	for _, shade := range []look.Shade{look.Auto, look.Light, look.Dark} {
		all = append(all, &command.Command{ID: "shade-" + string(shade), Menu: "view", Group: 30,
			Checked: func() bool { return w.prefs.look().Shade == shade },
			Run:     func() { w.changeLook(func(s *look.Settings) { s.Shade = shade }) }})
	}
	return append(all,
		&command.Command{ID: "contrast", Menu: "view", Group: 31,
			Checked: func() bool { return w.prefs.look().Contrast },
			Run:     func() { w.changeLook(func(s *look.Settings) { s.Contrast = !s.Contrast }) }},
		&command.Command{ID: "larger", Menu: "view", Group: 31,
			Run: func() { w.changeLook(func(s *look.Settings) { s.Scale = min(s.Scale+0.1, 2) }) }},
		&command.Command{ID: "smaller", Menu: "view", Group: 31,
			Run: func() { w.changeLook(func(s *look.Settings) { s.Scale = max(s.Scale-0.1, 0.8) }) }},
		&command.Command{ID: "full-screen", Menu: "view", Group: 32, Keys: "F11",
			Checked: w.win.FullScreen, Run: func() { w.win.SetFullScreen(!w.win.FullScreen()) }},
	)
}

func (w *Window) helpCommands() []*command.Command {
	all := []*command.Command{
		{ID: "guide", Menu: "help", Group: 1, Icon: theme.HelpIcon(), Run: w.openGuide},
		{ID: "shortcuts", Menu: "help", Group: 1, Keys: "F1", Run: func() { w.commands.ShowSheet(w.win) }},
		{ID: "palette", Menu: "help", Group: 1, Shortcut: command.CtrlShift(fyne.KeyP), Run: func() { w.commands.ShowPalette(w.win) }},
	}
	// Each language is called what its readers call it.
	for _, lang := range assets.Languages {
		all = append(all, &command.Command{ID: "language-" + lang, Menu: "help", Group: 2,
			Checked: func() bool { return ui.Language() == lang }, Run: func() { w.changeLanguage(lang) }})
	}
	return append(all, &command.Command{ID: "about", Menu: "help", Group: 3, Icon: theme.InfoIcon(), Run: w.showAbout})
}

// flip shows or hides a part of the frame.
func (w *Window) flip(shown *bool) {
	*shown = !*shown
	w.frame.divide()
	w.refreshMenu()
}

// refreshMenu makes the commands' menus again if they would look different.
func (w *Window) refreshMenu() {
	if state := w.commands.State(); state != w.menuState {
		w.menuState = state
		w.win.SetMainMenu(w.commands.Menu())
	}
}
