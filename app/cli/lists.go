package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/themes"
)

// entry is a row of a list.
type entry struct {
	Name        string `json:"name"`
	Description string `json:"description"`
	File        string `json:"file,omitempty"` // of a theme that is the user's own
}

// listCommand makes a command that lists entries.
func (c *command) listCommand(name string, list func() []entry) *cobra.Command {
	cmd := c.cobra(name+" [--json]", name, exactly(0))
	asJSON := cmd.Flags().Bool("json", false, c.say("flag-list-json"))
	cmd.RunE = func(*cobra.Command, []string) error {
		entries := list()
		if *asJSON {
			return writeJSON(c.out, entries)
		}
		return table(c.out, func(w io.Writer) {
			for _, e := range entries {
				cells := slices.DeleteFunc([]string{e.Name, e.Description, e.File}, func(s string) bool { return s == "" })
				fmt.Fprintln(w, strings.Join(cells, "\t"))
			}
		})
	}
	return cmd
}

func table(out io.Writer, write func(io.Writer)) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	write(w)
	return w.Flush()
}

func (c *command) themesCommand() *cobra.Command {
	return c.listCommand("themes", func() []entry {
		var out []entry
		for _, name := range themes.Names() {
			texts, _ := themes.Describe(name, nil)
			out = append(out, entry{Name: name, Description: c.pick(texts)})
		}
		return append(out, c.ownThemes()...)
	})
}

// ownThemes are those in the user's configuration folder.
func (c *command) ownThemes() []entry {
	var out []entry
	for _, t := range press.OwnThemes("") {
		out = append(out, entry{Name: t.Name, Description: c.pick(t.Texts), File: t.Path})
	}
	return out
}

// pick returns the text in the language of messages, or the nearest there is.
func (c *command) pick(texts map[string]string) string {
	for _, lang := range []string{c.lang, "en", "zh-Hans"} {
		if t := texts[lang]; t != "" {
			return t
		}
	}
	return ""
}
