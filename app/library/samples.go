package library

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"safety365/app/library/shelf"
	"safety365/app/library/thumbs"
	"safety365/app/ui"
)

// loadSamples lists the samples; their pictures go where their pages can be drawn.
func (s *Start) loadSamples() {
	lang := ui.Language()
	ui.Go(func() {
		list := shelf.Samples(lang)
		dir, err := os.MkdirTemp("", "safety365-samples-")
		if err == nil {
			err = shelf.UnpackPictures(dir)
		}
		ui.Do(func() {
			if s.closed {
				os.RemoveAll(dir)
				return
			}
			s.pictures = dir
			s.showSamples(list)
		})
	})
}

func (s *Start) showSamples(list []shelf.Sample) {
	grid := container.New(s.shelves)
	for _, sample := range list {
		t := newTile(s.maker, sampleSize)
		t.page.show(thumbs.Source{Text: sample.Text, Dir: s.pictures})
		t.say(sample.Title, languageName(sample.Lang))
		t.chosen = func() { s.openSample(sample) }
		s.tiles = append(s.tiles, t)
		grid.Add(t)
	}
	s.samples.Objects = []fyne.CanvasObject{grid}
	s.samples.Refresh()
	s.main.Refresh()
}

// openSample copies a sample and opens the copy.
func (s *Start) openSample(sample shelf.Sample) {
	ask := s.o.SampleDir
	if ask == nil {
		ask = func(then func(string)) { then(samplesFolder()) }
	}
	ask(func(dir string) {
		ui.Go(func() {
			path, err := shelf.CopySample(sample, dir)
			ui.Do(func() {
				switch {
				case err != nil:
					fail(s.o.Window, s.o.Failed, ui.Say("library-failed-sample"), err)
				case s.o.Open != nil:
					s.o.Open(path)
				}
			})
		})
	})
}

// samplesFolder is where samples go if nobody says anything else.
func samplesFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ui.Say("library-samples-folder")
	}
	return filepath.Join(home, "Documents", ui.Say("library-samples-folder"))
}
