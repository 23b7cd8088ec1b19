package look

import (
	"image/color"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"safety365/app/editor/view"
	"safety365/bulletins/page"
	"safety365/fonts"
)

// Shade says whether the window is light or dark.
type Shade string

const (
	Auto  Shade = "auto" // as the system wishes
	Light Shade = "light"
	Dark  Shade = "dark"
)

// Settings are what the user chooses about the looks.
type Settings struct {
	Language string // of the window: decides which Chinese glyphs
	Shade    Shade
	Contrast bool    // high contrast
	Scale    float32 // of interface text and all about it; 1 is normal
}

// Look is a fyne.Theme.
type Look struct{ Settings }

// New returns a Look.
func New(s Settings) *Look {
	if s.Scale == 0 {
		s.Scale = 1
	}
	return &Look{s}
}

// Variant is the shade that shows when the system wishes v.
func (l *Look) Variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch l.Shade {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return v
}

// Color returns a colour by its name: those of package theme and ours.
func (l *Look) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	r, ok := palettes[name]
	dark := l.Variant(v) == theme.VariantDark
	switch {
	case !ok:
		return theme.DefaultTheme().Color(name, l.Variant(v))
	case dark && l.Contrast:
		return r.darkHigh
	case dark:
		return r.dark
	case l.Contrast:
		return r.lightHigh
	}
	return r.light
}

// sizes differ from Fyne's where its are made for fingers.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            14,
	theme.SizeNameCaptionText:     12,
	theme.SizeNameSubHeadingText:  17,
	theme.SizeNameHeadingText:     22,
	theme.SizeNameInlineIcon:      18,
	theme.SizeNamePadding:         4,
	theme.SizeNameInnerPadding:    7,
	theme.SizeNameLineSpacing:     4,
	theme.SizeNameScrollBar:       12,
	theme.SizeNameScrollBarSmall:  5,
	theme.SizeNameInputRadius:     5,
	theme.SizeNameSelectionRadius: 4,
	theme.SizeNameSplitThickness:  5,
	// What lies under a dialog is darkened. Blurring it as well takes a processor as
	// long as a caret blinks in the dialog, where OpenGL is drawn by software.
	theme.SizeNameModalBlurRadius: 0,
}

// Size returns a size by its name.
func (l *Look) Size(name fyne.ThemeSizeName) float32 {
	size, ok := sizes[name]
	if !ok {
		size = theme.DefaultTheme().Size(name)
	}
	switch name {
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return size
	}
	return size * l.Scale
}

// Icon returns Fyne's icons.
func (l *Look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// chains are the faces of which the interface's fonts are made: Fyne takes one font
// and its own fallback cannot be relied on, and a title may be in either Chinese
// whatever the language of the window.
var chains = map[string][]string{
	"interface-Hans":      {"NotoSansSC-Regular", "NotoSansSC-Regular-Rest"},
	"interface-Hans-Bold": {"NotoSansSC-Bold", "NotoSansSC-Regular-Rest"},
	"interface-Latn":      {"NotoSansSC-Regular", "NotoSansSC-Regular-Rest"},
	"interface-Latn-Bold": {"NotoSansSC-Bold", "NotoSansSC-Regular-Rest"},
	"interface-Hant":      {"NotoSansTC-Regular", "NotoSansSC-Regular", "NotoSansSC-Regular-Rest"},
	"interface-Hant-Bold": {"NotoSansTC-Bold", "NotoSansSC-Bold", "NotoSansSC-Regular-Rest"},
	"interface-Mono":      {"LiberationMono-Regular"},
}

// latinMarks are as wide as a Han character in Chinese and narrow in Latin text, where
// the ellipsis stands on the baseline.
const latinMarks = "‘’“”…"

// Font returns the font of the interface. Italic Chinese does not exist; code is
// shown in its own face.
func (l *Look) Font(s fyne.TextStyle) fyne.Resource {
	if s.Symbol {
		return theme.DefaultTheme().Font(s)
	}
	if s.Monospace {
		return font("interface-Mono")
	}
	name := "interface-Hans"
	switch l.Language {
	case "zh-Hant":
		name = "interface-Hant"
	case "id", "en":
		name = "interface-Latn"
	}
	if s.Bold {
		name += "-Bold"
	}
	return font(name)
}

var (
	made   = map[string]fyne.Resource{}
	making sync.Mutex
)

// font makes a font of its faces, once.
func font(name string) fyne.Resource {
	making.Lock()
	defer making.Unlock()
	if made[name] == nil {
		made[name] = theme.DefaultTextFont()
		if data, err := merge(name); err == nil {
			made[name] = fyne.NewStaticResource(name+".ttf", data)
		}
	}
	return made[name]
}

func merge(name string) ([]byte, error) {
	var faces []*fonts.Face
	for _, n := range chains[name] {
		f, err := fonts.Bundled(n)
		if err != nil {
			return nil, err
		}
		faces = append(faces, f)
	}
	marks := ""
	if strings.HasPrefix(name, "interface-Latn") {
		marks = latinMarks
	}
	return fonts.Merge(name, marks, faces...)
}

// Current is the variant that the application shows now.
func Current() (fyne.Theme, fyne.ThemeVariant) {
	s := fyne.CurrentApp().Settings()
	return s.Theme(), s.ThemeVariant()
}

// Ink returns a colour of the application's theme for the display list.
func Ink(name fyne.ThemeColorName) page.Color {
	t, v := Current()
	r, g, b, _ := t.Color(name, v).RGBA()
	return page.Color{Space: page.Gray, R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8)}
}

// EditorColors are the colours of the editor's text.
func EditorColors() view.Colors {
	return view.Colors{
		Paper: Ink(Paper), Text: Ink(theme.ColorNameForeground), Quiet: Ink(Quiet),
		Accent: Ink(theme.ColorNamePrimary), Link: Ink(theme.ColorNameHyperlink), Mark: Ink(Mark),
		Selection: Ink(theme.ColorNameSelection), Match: Ink(Match), CurrentMatch: Ink(CurrentMatch),
		Card: Ink(Card), CardEdge: Ink(CardEdge), Code: Ink(Code), Rule: Ink(theme.ColorNameSeparator),
		Caret: Ink(theme.ColorNamePrimary), Number: Ink(Quiet),
		Success: Ink(theme.ColorNameSuccess), Error: Ink(theme.ColorNameError), Warning: Ink(theme.ColorNameWarning), Info: Ink(Info),
	}
}
