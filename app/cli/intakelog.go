package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
)

// jsonIntake is the log of one text for programs.
type jsonIntake struct {
	File     string        `json:"file"`
	Output   string        `json:"output"`
	Encoding string        `json:"encoding"`
	Lang     string        `json:"lang"`
	KindHint string        `json:"kindHint"`
	Changes  []jsonChange  `json:"changes"`
	Choices  []jsonChoice  `json:"choices"`
	Warnings []jsonWarning `json:"warnings"`
}

type jsonChange struct {
	ID        string `json:"id"`
	Rule      string `json:"rule"`
	Line      int    `json:"line"`
	Start     int    `json:"start"` // bytes in the raw text
	End       int    `json:"end"`
	Before    string `json:"before"`
	After     string `json:"after"`
	Certainty string `json:"certainty"`
	Reason    string `json:"reason"`
	Out       int    `json:"out"` // byte in the document, or -1
}

type jsonChoice struct {
	Line   int      `json:"line"`
	Start  int      `json:"start"` // bytes in the raw text
	End    int      `json:"end"`
	Before string   `json:"before"`
	After  string   `json:"after"`
	Others []string `json:"others"`
}

type jsonWarning struct {
	Code string            `json:"code"`
	Text string            `json:"text"`
	Args map[string]string `json:"args"`
}

// logOf writes the log of texts in the form that the file's name asks for.
func (c *command) logOf(name string, all []*taken) []byte {
	var b bytes.Buffer
	if strings.EqualFold(filepath.Ext(name), ".json") {
		out := make([]jsonIntake, 0, len(all))
		for _, t := range all {
			out = append(out, c.jsonLog(t))
		}
		writeJSON(&b, out) // a buffer takes everything
		return b.Bytes()
	}
	for _, t := range all {
		c.textLog(&b, t)
	}
	return b.Bytes()
}

func (c *command) jsonLog(t *taken) jsonIntake {
	log := jsonIntake{File: t.source.path, Output: t.target, Encoding: t.Encoding, Lang: t.Lang, KindHint: t.KindHint,
		Changes: []jsonChange{}, Choices: []jsonChoice{}, Warnings: []jsonWarning{}}
	for _, e := range t.Changes {
		reason, _ := e.Reason(c.lang)
		log.Changes = append(log.Changes, jsonChange{e.ID, e.Rule, e.Line, e.Start, e.End, e.Before, e.After, e.Certainty.String(), reason, e.Out})
	}
	for _, e := range t.Choices {
		log.Choices = append(log.Choices, jsonChoice{e.Line, e.Start, e.End, e.From, e.To, e.Others})
	}
	for _, w := range t.Warnings {
		log.Warnings = append(log.Warnings, jsonWarning{w.Code, w.Text(c.lang), w.Args})
	}
	return log
}

// textLog writes a line for each change and each warning.
func (c *command) textLog(b *bytes.Buffer, t *taken) {
	fmt.Fprintln(b, c.say("log-text", t.source.path, t.target, t.Encoding))
	if t.KindHint != "" {
		fmt.Fprintln(b, c.say("log-kind", t.KindHint))
	}
	for _, w := range t.Warnings {
		fmt.Fprintf(b, "! %s\n", w.Text(c.lang))
	}
	for _, e := range t.Changes {
		reason, _ := e.Reason(c.lang)
		place := fmt.Sprint(e.Line)
		if e.Element != "" {
			place = c.say("log-nowhere")
		}
		fmt.Fprintf(b, "%s: %s %s %q -> %q %s\n", place, e.ID, e.Certainty, e.Before, e.After, reason)
	}
	for _, e := range t.Choices {
		fmt.Fprintln(b, c.say("log-choice", e.Line, e.From, e.To, strings.Join(e.Others, " ")))
	}
	b.WriteByte('\n')
}
