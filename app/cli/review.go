package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/keeping"
	"safety365/app/press"
	"safety365/assets"
	"safety365/bulletins"
	"safety365/bulletins/word"
)

type reviewOptions struct {
	press.Settings
	accept, reject, theirs, both string
	json                         bool
}

func (c *command) reviewCommand() *cobra.Command {
	var o reviewOptions
	cmd := c.cobra("review FILE.md REVIEWED.docx [--accept 1,3-5|all] [--reject 2|all] [--theirs 6] [--both 7]", "review", func(c *command, got int) error {
		if got > 2 {
			return c.usage("too-many")
		}
		return minimum(2)(c, got)
	})
	cmd.Flags().StringVar(&o.accept, "accept", "", c.say("flag-accept"))
	cmd.Flags().StringVar(&o.reject, "reject", "", c.say("flag-reject"))
	cmd.Flags().StringVar(&o.theirs, "theirs", "", c.say("flag-theirs"))
	cmd.Flags().StringVar(&o.both, "both", "", c.say("flag-both"))
	c.settingFlags(cmd, &o.Settings)
	cmd.Flags().BoolVar(&o.json, "json", false, c.say("flag-list-json"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.review(cmd.Context(), args[0], args[1], o)
	}
	return cmd
}

// review lists what a reviewer changed in a copy of a document, and makes those changes
// that are accepted. The document as it was becomes a version.
func (c *command) review(ctx context.Context, path, copied string, o reviewOptions) error {
	o.Draft = true // a copy goes out before all is right
	w, err := c.begin(o.Settings)
	if err != nil {
		return err
	}
	file, err := keeping.Read(path)
	if err != nil {
		return &fileError{c.explainFor(source{path: path}, err)}
	}
	job := &press.Job{Path: path, Dir: source{path: path}.folder(), Text: file.Text, Settings: w.Settings, Date: w.date}
	defer job.Close()
	list, found, err := job.Review(ctx, copied)
	if err != nil {
		return err
	}
	if job.Flow == nil {
		c.printFindings(c.err, job.Findings)
	}
	for _, d := range found {
		message, hint := assets.Message(c.lang, d.Code, d.Args)
		fmt.Fprintf(c.err, "%s: %s %s: %s\n    %s\n", copied, d.Severity, d.Code, message, hint)
	}
	if bulletinsErrors(found) || job.Flow == nil {
		return reported(exitContent)
	}
	chosen, err := c.decide(list, o)
	if err != nil {
		return err
	}
	if o.json {
		if err := writeJSON(c.out, c.proposalsJSON(job.Doc, list, chosen)); err != nil {
			return err
		}
	} else {
		c.printProposals(job.Doc, list, chosen)
	}
	if o.accept == "" && o.theirs == "" && o.both == "" {
		return nil
	}
	return c.makeChanges(path, file, job.Doc.Text, list, func(i int) bool { return chosen[i] != "" && chosen[i] != reject })
}

// What is to become of a change, beside the answers to a conflict; "": nothing is decided.
const (
	accept = "accept"
	reject = "reject"
)

// decide says what is to become of each change, and makes the answers to conflicts their
// edits. A number in a list counts for more than all.
func (c *command) decide(list []word.Proposal, o reviewOptions) ([]string, error) {
	out, stated := make([]string, len(list)), make([]bool, len(list))
	for _, choice := range []struct{ name, numbers string }{
		{accept, o.accept}, {reject, o.reject}, {word.Theirs.String(), o.theirs}, {word.Both.String(), o.both},
	} {
		numbers, err := c.chosen(choice.numbers, len(list))
		if err != nil {
			return nil, err
		}
		for i := range list {
			switch one := choice.numbers != "all"; {
			case !numbers[i] || stated[i] && !one:
			case stated[i]:
				return nil, c.usage("chosen-twice", i+1)
			case !one && (choice.name == word.Theirs.String() || choice.name == word.Both.String()) && list[i].Answers() == nil:
			default:
				out[i], stated[i] = choice.name, one
			}
		}
	}
	for i, p := range list {
		for _, a := range p.Answers() {
			if out[i] == a.String() {
				list[i] = p.Answered(a)
			}
		}
	}
	return out, nil
}

func bulletinsErrors(list []bulletins.Diagnostic) bool {
	for _, d := range list {
		if d.Severity == bulletins.Error {
			return true
		}
	}
	return false
}

// chosen reads a list of numbers: 1,3-5 or all.
func (c *command) chosen(text string, count int) (map[int]bool, error) {
	out := map[int]bool{}
	if text == "all" {
		for i := range count {
			out[i] = true
		}
		return out, nil
	}
	for _, part := range strings.Split(text, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		a, b, ranged := strings.Cut(strings.TrimSpace(part), "-")
		first, err := strconv.Atoi(a)
		last := first
		if ranged && err == nil {
			last, err = strconv.Atoi(b)
		}
		if err != nil || first < 1 || last < first || last > count {
			return nil, c.usage("bad-choice", part, count)
		}
		for i := first; i <= last; i++ {
			out[i-1] = true
		}
	}
	return out, nil
}

// makeChanges writes the document with the accepted changes, if nobody has changed it in
// the meantime.
func (c *command) makeChanges(path string, file *keeping.File, text string, list []word.Proposal, accepted func(i int) bool) error {
	made, left := 0, 0
	for i := range list {
		switch {
		case !accepted(i) || list[i].Kind == word.Comment:
		case list[i].Edit == nil:
			left++
		default:
			made++
		}
	}
	now := word.Apply(text, list, accepted)
	if made > 0 {
		if err := keeping.AddVersion(path, file.Text, keeping.Saved); err != nil {
			return &fileError{c.explainFor(source{path: path}, err)}
		}
		if disk, err := keeping.Read(path); err != nil || disk.Sum != file.Sum {
			return &fileError{c.say("changed-meanwhile", path)}
		}
		if err := keeping.Write(path, file.Format.Encode(now)); err != nil {
			return err
		}
	}
	fmt.Fprintln(c.err, c.say("accepted", path, made, left))
	return nil
}

// proposalWords say what a reviewer did.
var proposalWords = map[word.Kind]string{word.Insert: "did-insert", word.Delete: "did-delete", word.Replace: "did-replace", word.Comment: "did-comment",
	word.Bold: "did-bold", word.Plain: "did-plain"}

// printProposals lists changes with their numbers, each at its place.
func (c *command) printProposals(doc *bulletins.Document, list []word.Proposal, chosen []string) {
	for i, p := range list {
		at := doc.Position(p.Range.Start)
		who := p.Author
		if !p.Tracked {
			who = c.say("untracked")
		} else if who == "" {
			who = "?"
		}
		if !p.Date.IsZero() {
			who += " " + p.Date.Format("2006-01-02 15:04")
		}
		said := c.say(proposalWords[p.Kind], shortened(p.Before), shortened(p.After), shortened(p.Note))
		state := ""
		if chosen[i] != "" && (chosen[i] != accept || p.Conflict == "" && p.Kind != word.Comment) {
			state = " [" + c.say("is-"+chosen[i]) + "]"
		}
		fmt.Fprintf(c.out, "%d. %s:%d:%d: %s: %s%s\n", i+1, doc.Name, at.Line, at.Column, who, said, state)
		if p.Conflict != "" {
			message, hint := assets.Message(c.lang, p.Conflict, nil)
			fmt.Fprintf(c.out, "    %s: %s %s\n", p.Conflict, message, hint)
			if len(p.Answers()) > 0 {
				fmt.Fprintf(c.out, "    %s\n    %s\n", c.say("mine", oneLine(p.Before)), c.say("theirs", oneLine(p.After)))
			}
		}
	}
	if len(list) == 0 {
		fmt.Fprintln(c.out, c.say("no-changes"))
	}
}

// shortened is a text on one line, not too long for a list.
func shortened(s string) string {
	r := []rune(oneLine(s))
	if len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return string(r)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// jsonProposal is a change for programs.
type jsonProposal struct {
	Number   int      `json:"number"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Kind     string   `json:"kind"`
	Tracked  bool     `json:"tracked"`
	Author   string   `json:"author"`
	Date     string   `json:"date"`
	Before   string   `json:"before"`
	After    string   `json:"after"`
	Note     string   `json:"note"`
	Conflict string   `json:"conflict"`
	Answers  []string `json:"answers"` // that a conflict can have
	Choice   string   `json:"choice"`  // accept, reject, an answer, or "" as long as nothing is decided
}

func (c *command) proposalsJSON(doc *bulletins.Document, list []word.Proposal, chosen []string) []jsonProposal {
	out := make([]jsonProposal, 0, len(list))
	for i, p := range list {
		at := doc.Position(p.Range.Start)
		q := jsonProposal{i + 1, doc.Name, at.Line, at.Column, p.Kind.String(), p.Tracked, p.Author, "", p.Before, p.After, p.Note, p.Conflict, []string{}, chosen[i]}
		if !p.Date.IsZero() {
			q.Date = p.Date.Format("2006-01-02T15:04:05Z07:00")
		}
		for _, a := range p.Answers() {
			q.Answers = append(q.Answers, a.String())
		}
		out = append(out, q)
	}
	return out
}
