package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/assets"
	"safety365/bulletins/kinds"
)

// kindEntry is a kind in the list of them.
type kindEntry struct {
	Name        string      `json:"name"`
	Title       string      `json:"title"`
	Group       kinds.Group `json:"group"`
	GroupTitle  string      `json:"groupTitle"`
	Languages   []string    `json:"languages"`
	Description string      `json:"description"`
}

func (c *command) kindsCommand() *cobra.Command {
	cmd := c.cobra("kinds [--json] [--contact-sheet FILE]", "kinds", exactly(0))
	asJSON := cmd.Flags().Bool("json", false, c.say("flag-list-json"))
	sheet := cmd.Flags().String("contact-sheet", "", c.say("flag-contact-sheet"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		switch {
		case *sheet != "":
			return c.contactSheet(cmd.Context(), *sheet)
		case *asJSON:
			return writeJSON(c.out, c.kinds())
		}
		return c.listKinds()
	}
	return cmd
}

// kinds lists the kinds in their order.
func (c *command) kinds() []kindEntry {
	var out []kindEntry
	for _, name := range kinds.Names() {
		k, _ := kinds.Lookup(name)
		e := kindEntry{Name: name, Title: k.Title(c.lang), Group: k.Group, GroupTitle: k.Group.Title(c.lang), Description: k.Description(c.lang)}
		for _, lang := range assets.Languages {
			if k.In(lang) {
				e.Languages = append(e.Languages, lang)
			}
		}
		out = append(out, e)
	}
	return out
}

// listKinds prints the kinds, those of a group below its name.
func (c *command) listKinds() error {
	return table(c.out, func(w io.Writer) {
		group := kinds.Group("")
		for _, e := range c.kinds() {
			if e.Group != group {
				if group != "" {
					fmt.Fprintln(w)
				}
				group = e.Group
				fmt.Fprintln(w, e.GroupTitle)
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", e.Name, e.Title, strings.Join(e.Languages, " "), e.Description)
		}
	})
}

// contactSheet writes the first pages of all kinds as a PDF, in a new folder if need be.
func (c *command) contactSheet(ctx context.Context, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	_, err := press.ContactSheet(ctx, c.lang, press.ToFile(path))
	return err
}
