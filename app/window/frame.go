package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"safety365/app/ui"
)

// frameState is how the window is divided; it is remembered.
type frameState struct {
	Width, Height                      float32
	Side, Preview, Problems            bool    // what is shown beside the text
	SideOffset, PreviewOffset, Divider float64 // of the splits
}

var defaultFrame = frameState{Width: 1400, Height: 900, Side: true, Preview: true,
	SideOffset: 0.2, PreviewOffset: 0.52, Divider: 0.75}

// frame is the order of the window round the text:
//
//	toolbar
//	side │ text │ pages
//	problems
//	status
//
// Side is tabs: documents, outline, fields. A slot holds what the desk that is shown
// has to put there.
type frame struct {
	state frameState

	tools, text, pages, problems, status *fyne.Container // slots
	documents, outline, fields           *fyne.Container
	tabs                                 *container.AppTabs
	middle                               *fyne.Container // holds the splits
	side, preview, problem               *container.Split
	root                                 fyne.CanvasObject
}

func slot() *fyne.Container { return container.NewStack() }

// fill puts an object into a slot; nil empties it.
func fill(slot *fyne.Container, o fyne.CanvasObject) {
	slot.Objects = nil
	if o != nil {
		slot.Objects = []fyne.CanvasObject{o}
	}
	slot.Refresh()
}

func newFrame(s frameState) *frame {
	f := &frame{state: s, tools: slot(), text: slot(), pages: slot(), problems: slot(), status: slot(),
		documents: slot(), outline: slot(), fields: slot(), middle: slot()}
	f.tabs = container.NewAppTabs(
		container.NewTabItem(ui.Say("side-documents"), f.documents),
		container.NewTabItem(ui.Say("side-outline"), f.outline),
		container.NewTabItem(ui.Say("side-fields"), f.fields),
	)
	f.root = container.NewBorder(f.tools, f.status, nil, nil, f.middle)
	f.divide()
	return f
}

// keep notes where the splits stand now.
func (f *frame) keep() {
	for _, s := range []struct {
		split *container.Split
		at    *float64
	}{{f.side, &f.state.SideOffset}, {f.preview, &f.state.PreviewOffset}, {f.problem, &f.state.Divider}} {
		if s.split != nil {
			*s.at = s.split.Offset
		}
	}
}

// sideLayout keeps the side so wide that the facts of a document are seen in its list.
type sideLayout struct{}

// sideWidth is the least width of the side, in sizes of its text.
const sideWidth = 16

// MinSize is part of fyne.Layout.
func (sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(fyne.NewSize(sideWidth*theme.Size(theme.SizeNameText), 0))
}

// Layout is part of fyne.Layout.
func (sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// divide makes the splits for what is to be shown.
func (f *frame) divide() {
	f.keep()
	f.side, f.preview, f.problem = nil, nil, nil
	var middle fyne.CanvasObject = f.text
	if f.state.Preview {
		f.preview = container.NewHSplit(middle, f.pages)
		f.preview.SetOffset(f.state.PreviewOffset)
		middle = f.preview
	}
	if f.state.Side {
		f.side = container.NewHSplit(container.New(sideLayout{}, f.tabs), middle)
		f.side.SetOffset(f.state.SideOffset)
		middle = f.side
	}
	if f.state.Problems {
		f.problem = container.NewVSplit(middle, f.problems)
		f.problem.SetOffset(f.state.Divider)
		middle = f.problem
	}
	fill(f.middle, middle)
}

// sideTab is a tab of the side.
type sideTab int

const (
	documentsTab sideTab = iota
	outlineTab
	fieldsTab
)

// showTab shows a tab of the side, and the side if it was hidden.
func (f *frame) showTab(t sideTab) {
	if !f.state.Side {
		f.state.Side = true
		f.divide()
	}
	f.tabs.SelectIndex(int(t))
}
