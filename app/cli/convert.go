package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/intake/script"
	"safety365/bulletins/kinds"
)

func (c *command) convertCommand() *cobra.Command {
	var out, to string
	cmd := c.cobra("convert FILE --to "+strings.Join(script.Configs, "|")+" [-o OUT]", "convert", exactly(1))
	cmd.Flags().StringVar(&to, "to", "", c.say("flag-convert-to"))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.say("flag-convert-out"))
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if !slices.Contains(script.Configs, to) {
			return c.usage("bad-config", to, strings.Join(script.Configs, ", "))
		}
		return c.convert(source{path: args[0]}, to, out)
	}
	return cmd
}

// convert writes a document in the other script of Chinese, and lists where one
// character may become several. No file is replaced.
func (c *command) convert(s source, config, out string) error {
	text, err := c.read(s)
	if err != nil {
		return &fileError{c.explainFor(s, err)}
	}
	doc := bulletins.Parse(s.path, text, kinds.Schema())
	if doc.Text == "" && text != "" {
		var found []press.Finding
		for _, d := range doc.Diagnostics {
			found = append(found, press.FindingOf(doc, d))
		}
		c.printFindings(c.err, found)
		return reported(exitContent)
	}
	pieces := script.Document(doc, kinds.Schema(), bulletins.Range{End: len(doc.Text)}, config)
	converted := []byte(script.Apply(doc.Text, pieces))
	if out == "" {
		out = convertedName(s, script.Target(config))
	}
	if out == standardOutput {
		_, err = c.out.Write(converted)
	} else {
		err = writeNew(out, converted)
	}
	if err != nil {
		return err
	}
	changed, choices := 0, 0
	for _, p := range pieces {
		if p.Text != doc.Text[p.Start:p.End] {
			changed++
		}
		for _, choice := range p.Choices {
			at := doc.Position(p.Start + choice.Offset)
			fmt.Fprintln(c.err, c.say("converted-choice", s.shown(), at.Line, at.Column, choice.From, choice.To, strings.Join(choice.Others, " ")))
			choices++
		}
	}
	fmt.Fprintln(c.err, c.say("converted", out, changed, choices))
	return nil
}

// convertedName is a document's name with another language: notice.zh-Hant.md.
func convertedName(s source, lang string) string {
	base := strings.TrimSuffix(outputName(s, ""), ".zh-Hans")
	return filepath.Join(s.folder(), strings.TrimSuffix(base, ".zh-Hant")+"."+lang+".md")
}
