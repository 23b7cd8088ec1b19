package export

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"safety365/app/press"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/kinds"
)

// reader returns documents' texts: those that are open in the window, as they were
// when it was made, and files. Workers use it, who must not ask the window.
type reader map[string]string

// reads takes the texts of those documents that are open.
func (o *Options) reads(paths []string) reader {
	r := reader{}
	for _, path := range paths {
		if o.Text == nil {
			break
		}
		if text, open := o.Text(path); open {
			r[path] = text
		}
	}
	return r
}

func (r reader) read(path string) (string, error) {
	if text, open := r[path]; open {
		return text, nil
	}
	return press.ReadText(path)
}

// Task is a document to be exported.
type Task struct {
	Path   string
	Title  string // for the list
	Output press.Output
	Place  press.Place
	Clash  []string // files that stand under that name already

	State    State
	Done     int // pages
	Pages    int // 0: not known
	Files    []string
	Findings []press.Finding
	Err      error
	id       press.Identity
}

// State is how far a Task is.
type State uint8

const (
	Waiting State = iota
	Working
	Made
	Stopped // by its content
	Failed
	Cancelled
	Skipped
)

// Over reports whether nothing more will happen to a task by itself.
func (s State) Over() bool { return s > Working }

// request is what was chosen.
type request struct {
	output     press.Output
	paths      []string
	folder     string
	resolution int
}

// plan reads the documents and says what goes where. A document that cannot be read
// is a task that has failed. It is called in the background.
func plan(ctx context.Context, r request, read reader) ([]*Task, error) {
	tasks := make([]*Task, len(r.paths))
	ids := make([]press.Identity, len(r.paths))
	for i, path := range r.paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t := &Task{Path: path, Output: r.output, id: press.Identity{Path: path}}
		text, err := read.read(path)
		if err == nil {
			err = press.Protect(func() error {
				t.id = press.Identify(bulletins.Parse(path, text, kinds.Schema()))
				return nil
			})
		}
		if err != nil {
			t.State, t.Err = Failed, err
		}
		tasks[i], ids[i] = t, t.id
	}
	for i, name := range press.FileNames(ids, func(id press.Identity) string { return markOf(r.output, id) }) {
		t := tasks[i]
		t.Title = t.id.Title
		if t.Title == "" {
			t.Title = filepath.Base(t.Path)
		}
		t.Place = press.Place{Folder: r.folder, Name: name, Resolution: r.resolution}
		t.Clash = r.output.Existing(r.folder, name)
	}
	return tasks, nil
}

// markOf is what a draft's name bears, in the document's language.
func markOf(o press.Output, id press.Identity) string {
	if !o.Draft {
		return ""
	}
	return assets.Label(id.Lang, "export-draft-mark")
}

// Answer is what shall become of files that exist.
type Answer uint8

const (
	Replace Answer = iota
	KeepBoth
	Skip
)

// settle gives a task that clashes an answer.
func settle(tasks []*Task, t *Task, a Answer) {
	t.Clash = nil
	switch a {
	case Replace:
		t.Place.Replace = true
	case KeepBoth:
		t.Place.Name = t.Output.Free(t.Place.Folder, t.Place.Name, func(name string) bool {
			return slices.ContainsFunc(tasks, func(o *Task) bool { return o != t && strings.EqualFold(o.Place.Name, name) })
		})
	case Skip:
		t.State = Skipped
	}
}

// clashes are the tasks that need an answer.
func clashes(tasks []*Task) []*Task {
	var out []*Task
	for _, t := range tasks {
		if len(t.Clash) > 0 && t.State == Waiting {
			out = append(out, t)
		}
	}
	return out
}

// asDraft makes a draft of a task that was stopped: the same kind of file, under a
// name that says so.
func (t *Task) asDraft() {
	if !t.Output.Draft {
		t.Output.Draft = true
		t.Place.Replace = false
		t.Place.Name = press.WithMark(t.Place.Name, markOf(t.Output, t.id), t.id.Lang)
		t.Clash = t.Output.Existing(t.Place.Folder, t.Place.Name)
	}
	t.reset()
}

// reset makes a task wait again.
func (t *Task) reset() {
	t.State, t.Done, t.Pages, t.Files, t.Findings, t.Err = Waiting, 0, 0, nil, nil, nil
}
