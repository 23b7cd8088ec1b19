package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette is the colours of one variant by name.
type palette map[fyne.ThemeColorName]color.NRGBA

// Names of colours that Fyne has not, for our own widgets.
const (
	Paper        fyne.ThemeColorName = "paper" // on which the writer writes
	Quiet        fyne.ThemeColorName = "quiet" // text that stands back
	Mark         fyne.ThemeColorName = "mark"  // Markdown's marks, when they show
	Card         fyne.ThemeColorName = "card"
	CardEdge     fyne.ThemeColorName = "cardEdge"
	Code         fyne.ThemeColorName = "code"
	Match        fyne.ThemeColorName = "match"
	CurrentMatch fyne.ThemeColorName = "currentMatch"
	Desk         fyne.ThemeColorName = "desk" // on which pages lie
	Info         fyne.ThemeColorName = "info"
)

// hex reads RRGGBB or RRGGBBAA.
func hex(v uint64, digits int) color.NRGBA {
	if digits == 6 {
		v = v<<8 | 0xff
	}
	return color.NRGBA{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}
}

func rgb(v uint64) color.NRGBA  { return hex(v, 6) }
func rgba(v uint64) color.NRGBA { return hex(v, 8) }

// row is a colour in light, dark, light of high contrast and dark of high contrast.
type row struct{ light, dark, lightHigh, darkHigh color.NRGBA }

var palettes = map[fyne.ThemeColorName]row{
	theme.ColorNameBackground:          {rgb(0xF4F5F3), rgb(0x202422), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameButton:              {rgb(0xE6E9E6), rgb(0x343A37), rgb(0xEEEEEE), rgb(0x1C1C1C)},
	theme.ColorNameDisabledButton:      {rgb(0xEDEFED), rgb(0x2A2F2C), rgb(0xEEEEEE), rgb(0x1C1C1C)},
	theme.ColorNameDisabled:            {rgb(0x68716C), rgb(0x98A19C), rgb(0x4A4A4A), rgb(0xC4C4C4)},
	theme.ColorNameError:               {rgb(0xB3261E), rgb(0xFF8A80), rgb(0x930000), rgb(0xFFA59E)},
	theme.ColorNameFocus:               {rgba(0x13795B55), rgba(0x5FD1A566), rgba(0x004D36AA), rgba(0x7FFFCBAA)},
	theme.ColorNameForeground:          {rgb(0x1E2421), rgb(0xE4E8E5), rgb(0x000000), rgb(0xFFFFFF)},
	theme.ColorNameForegroundOnError:   {rgb(0xFFFFFF), rgb(0x3B0603), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameForegroundOnPrimary: {rgb(0xFFFFFF), rgb(0x05281C), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameForegroundOnSuccess: {rgb(0xFFFFFF), rgb(0x05281C), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameForegroundOnWarning: {rgb(0xFFFFFF), rgb(0x2E1B00), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameHeaderBackground:    {rgb(0xEBEEEB), rgb(0x2A2F2C), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameHover:               {rgba(0x1E24210F), rgba(0xFFFFFF14), rgba(0x00000022), rgba(0xFFFFFF33)},
	theme.ColorNameHyperlink:           {rgb(0x0B6A4E), rgb(0x6BD9AF), rgb(0x004D36), rgb(0x7FFFCB)},
	theme.ColorNameInputBackground:     {rgb(0xFFFFFF), rgb(0x2B312E), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameInputBorder:         {rgb(0x7D8782), rgb(0x7A8480), rgb(0x000000), rgb(0xFFFFFF)},
	theme.ColorNameMenuBackground:      {rgb(0xFFFFFF), rgb(0x2B312E), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNameOverlayBackground:   {rgb(0xFFFFFF), rgb(0x272C29), rgb(0xFFFFFF), rgb(0x000000)},
	theme.ColorNamePlaceHolder:         {rgb(0x68716C), rgb(0x98A19C), rgb(0x444444), rgb(0xCCCCCC)},
	theme.ColorNamePressed:             {rgba(0x1E242126), rgba(0xFFFFFF2A), rgba(0x00000044), rgba(0xFFFFFF55)},
	theme.ColorNamePrimary:             {rgb(0x13795B), rgb(0x5FD1A5), rgb(0x004D36), rgb(0x7FFFCB)},
	theme.ColorNameScrollBar:           {rgba(0x1E242160), rgba(0xFFFFFF60), rgb(0x000000), rgb(0xFFFFFF)},
	theme.ColorNameScrollBarBackground: {rgba(0x00000000), rgba(0x00000000), rgba(0x00000022), rgba(0xFFFFFF22)},
	theme.ColorNameSelection:           {rgb(0xC7E5DA), rgb(0x1F5643), rgb(0x9FE0C6), rgb(0x00583E)},
	theme.ColorNameSeparator:           {rgb(0xDCE1DD), rgb(0x3A413D), rgb(0x000000), rgb(0xFFFFFF)},
	theme.ColorNameShadow:              {rgba(0x00000030), rgba(0x00000070), rgba(0x00000060), rgba(0xFFFFFF40)},
	theme.ColorNameSuccess:             {rgb(0x1B7F4B), rgb(0x6BD19A), rgb(0x00572C), rgb(0x8DFFBF)},
	theme.ColorNameWarning:             {rgb(0x9A5B00), rgb(0xF5B84B), rgb(0x6B3F00), rgb(0xFFD27A)},

	Paper:        {rgb(0xFFFFFF), rgb(0x1A1D1B), rgb(0xFFFFFF), rgb(0x000000)},
	Quiet:        {rgb(0x68716C), rgb(0x98A19C), rgb(0x444444), rgb(0xCCCCCC)},
	Mark:         {rgb(0x7A837E), rgb(0x8C9590), rgb(0x444444), rgb(0xCCCCCC)},
	Card:         {rgb(0xF3F6F4), rgb(0x242A27), rgb(0xF2F2F2), rgb(0x101010)},
	CardEdge:     {rgb(0xCBD5CF), rgb(0x46504B), rgb(0x000000), rgb(0xFFFFFF)},
	Code:         {rgb(0xF1F2F0), rgb(0x272B29), rgb(0xF2F2F2), rgb(0x141414)},
	Match:        {rgb(0xFFF0B8), rgb(0x5A4A12), rgb(0xFFE680), rgb(0x665200)},
	CurrentMatch: {rgb(0xFFC96B), rgb(0x8A5A10), rgb(0xFFB020), rgb(0x6E4600)},
	Desk:         {rgb(0xD9DDDA), rgb(0x131615), rgb(0xDDDDDD), rgb(0x000000)},
	Info:         {rgb(0x1F5FA8), rgb(0x82B8F5), rgb(0x003A7A), rgb(0xA9D3FF)},
}
