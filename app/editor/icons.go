package editor

import (
	"embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

//go:embed icons/*.svg
var drawings embed.FS

// icon returns a drawing of our own, in the colour of the text; nil for "".
func icon(name string) fyne.Resource {
	if name == "" {
		return nil
	}
	data, err := drawings.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return theme.NewThemedResource(fyne.NewStaticResource("editor-"+name+".svg", data))
}
