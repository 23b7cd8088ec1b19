package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/app/press/numbers"
	"safety365/bulletins"
	"safety365/bulletins/intake/sheet"
	"safety365/bulletins/kinds"
)

func (c *command) numberCommand() *cobra.Command {
	var kind, date string
	cmd := c.cobra("number FOLDER [--kind official]", "number", exactly(1))
	cmd.Flags().StringVar(&kind, "kind", "official", c.say("flag-number-kind"))
	cmd.Flags().StringVar(&date, "date", "", c.say("flag-number-date"))
	asJSON := cmd.Flags().Bool("json", false, c.say("flag-list-json"))
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if known := kinds.Names(); !slices.Contains(known, kind) {
			return c.usage("bad-kind", kind, strings.Join(known, ", "))
		}
		day, err := c.day(date)
		if err != nil {
			return err
		}
		return c.number(args[0], kind, day, *asJSON)
	}
	return cmd
}

// day reads a date; without one it is that of reproducible builds, or today.
func (c *command) day(text string) (time.Time, error) {
	if text == "" {
		if t, err := c.sourceDate(); err != nil || !t.IsZero() {
			return t, err
		}
		return time.Now(), nil
	}
	t, ok := bulletins.ParseDate(text)
	if !ok {
		return t, c.usage("bad-date", text)
	}
	return t, nil
}

// number prints the next number, and on the error output what is wrong with those that
// there are.
func (c *command) number(dir, kind string, day time.Time, asJSON bool) error {
	entries, err := c.entries(dir)
	if err != nil {
		return err
	}
	c.printFindings(c.err, numbers.Check(entries))
	next, ok := numbers.Next(entries, numbers.Wish{Kind: kind, Code: numbers.Office(dir).Text("code"), Date: day})
	switch {
	case !ok:
		d := bulletins.Diagnostic{Code: "number-none", Severity: bulletins.Error}
		c.printFindings(c.err, []press.Finding{{Diagnostic: d, File: dir}})
		return reported(exitContent)
	case asJSON:
		return writeJSON(c.out, next)
	case next.Issue > 0 && next.Total > 0:
		_, err = fmt.Fprintf(c.out, "%d (%d)\n", next.Issue, next.Total)
	case next.Issue > 0:
		_, err = fmt.Fprintln(c.out, next.Issue)
	default:
		_, err = fmt.Fprintln(c.out, next.Number)
	}
	return err
}

// entries reads the documents of a folder.
func (c *command) entries(dir string) ([]numbers.Entry, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, err
	}
	return numbers.Read(dir)
}

func (c *command) registerCommand() *cobra.Command {
	var out string
	cmd := c.cobra("register FOLDER -o register.xlsx", "register", exactly(1))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.say("flag-register-output"))
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if out == "" {
			return c.usage("no-output")
		}
		return c.register(args[0], out)
	}
	return cmd
}

// register writes the register of a folder.
func (c *command) register(dir, out string) error {
	entries, err := c.entries(dir)
	if err != nil {
		return err
	}
	c.printFindings(c.err, numbers.Check(entries))
	table := numbers.Table(c.lang, dir, entries)
	write := func(w io.Writer, t *sheet.Table) error { return sheet.Write(w, t) }
	if strings.EqualFold(filepath.Ext(out), ".csv") {
		write = sheet.WriteCSV
	}
	if out == standardOutput {
		return sheet.WriteCSV(c.out, table)
	}
	return press.ToFile(out)(func(w io.Writer) error { return write(w, table) })
}
