package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Icons are made of filled shapes alone, holes being drawn the other way round: Fyne
// paints every outline of an icon in the theme's colour.

// globe is the sign that everybody reads as "languages".
var globe = icon("globe", "M12 2a10 10 0 0 1 0 20a10 10 0 0 1 0-20z"+ // a sphere
	"M12 3.6a8.4 8.4 0 0 0 0 16.8a8.4 8.4 0 0 0 0-16.8z"+
	"M12 2a5 10 0 0 1 0 20a5 10 0 0 1 0-20z"+ // its meridian
	"M12 3.6a3.4 8.4 0 0 0 0 16.8a3.4 8.4 0 0 0 0-16.8z"+
	"M3 8.2h18v1.6h-18zM3 14.2h18v1.6h-18z") // and parallels

// sorted is the sign of an order: lines that grow shorter.
var sorted = icon("sort", "M3 6h18v2H3zM3 11h12v2H3zM3 16h6v2H3z")

func icon(name, path string) fyne.Resource {
	return theme.NewThemedResource(fyne.NewStaticResource("library-"+name+".svg", []byte(
		`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000000" d="`+path+`"/></svg>`)))
}

// language is a language of documents and of the window.
type language struct{ tag, name, short string }

// languages are the languages by the names that their readers call them. They are
// never translated, so that anybody finds the own one.
var languages = []language{
	{"zh-Hans", "简体中文", "简体"},
	{"zh-Hant", "繁體中文", "繁體"},
	{"id", "Bahasa Indonesia", "Indonesia"},
	{"en", "English", "English"},
}

// shortLanguage is what a language is called where there is little room.
func shortLanguage(tag string) string {
	for _, l := range languages {
		if l.tag == tag {
			return l.short
		}
	}
	return tag
}

// languageName is what a language is called by its readers.
func languageName(tag string) string {
	for _, l := range languages {
		if l.tag == tag {
			return l.name
		}
	}
	return tag
}
