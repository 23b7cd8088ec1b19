package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.1.
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// on says what text of a colour stands on.
var on = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	theme.ColorNameForeground: {theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameInputBackground,
		theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground,
		theme.ColorNameSelection, Paper, Card, Code, Match, CurrentMatch},
	theme.ColorNamePlaceHolder: {theme.ColorNameInputBackground, theme.ColorNameBackground},
	// Labels of low importance have the colour of what is disabled.
	theme.ColorNameDisabled:            {theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground},
	Quiet:                              {Paper, theme.ColorNameBackground, Card},
	theme.ColorNameHyperlink:           {Paper, theme.ColorNameBackground},
	theme.ColorNameError:               {Paper, theme.ColorNameBackground},
	theme.ColorNameWarning:             {Paper, theme.ColorNameBackground},
	Info:                               {Paper, theme.ColorNameBackground},
	theme.ColorNameForegroundOnPrimary: {theme.ColorNamePrimary},
	theme.ColorNameForegroundOnError:   {theme.ColorNameError},
	theme.ColorNameForegroundOnSuccess: {theme.ColorNameSuccess},
	theme.ColorNameForegroundOnWarning: {theme.ColorNameWarning},
}

func TestTextCanBeRead(t *testing.T) {
	for _, shade := range []Shade{Light, Dark} {
		for _, high := range []bool{false, true} {
			l := New(Settings{Shade: shade, Contrast: high})
			least := 4.5
			if high {
				least = 7
			}
			for text, grounds := range on {
				for _, ground := range grounds {
					a := l.Color(text, theme.VariantLight).(color.NRGBA)
					b := l.Color(ground, theme.VariantLight).(color.NRGBA)
					if c := contrast(a, b); c < least {
						t.Errorf("%s, high contrast %v: %s on %s has %.2f : 1, wanted %v", shade, high, text, ground, c, least)
					}
				}
			}
		}
	}
}

// Fields, boxes to tick and round buttons are seen on what they lie on.
func TestEdgesCanBeSeen(t *testing.T) {
	for _, shade := range []Shade{Light, Dark} {
		for _, high := range []bool{false, true} {
			l := New(Settings{Shade: shade, Contrast: high})
			edge := l.Color(theme.ColorNameInputBorder, theme.VariantLight).(color.NRGBA)
			for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground} {
				if c := contrast(edge, l.Color(ground, theme.VariantLight).(color.NRGBA)); c < 3 {
					t.Errorf("%s, high contrast %v: edges on %s have %.2f : 1", shade, high, ground, c)
				}
			}
		}
	}
}

func TestFaces(t *testing.T) {
	hans, hant := New(Settings{Language: "zh-Hans"}), New(Settings{Language: "zh-Hant"})
	for _, s := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}} {
		if len(hans.Font(s).Content()) < 100_000 {
			t.Errorf("%+v: %s is short", s, hans.Font(s).Name())
		}
	}
	if hans.Font(fyne.TextStyle{}).Name() == hant.Font(fyne.TextStyle{}).Name() {
		t.Error("simplified and traditional Chinese share a face")
	}
}

func TestScale(t *testing.T) {
	small, large := New(Settings{}), New(Settings{Scale: 1.5})
	if got, want := large.Size(theme.SizeNameText), small.Size(theme.SizeNameText)*1.5; got != want {
		t.Errorf("text is %v, wanted %v", got, want)
	}
}
