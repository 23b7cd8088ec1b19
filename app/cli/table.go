package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"safety365/app/press"
	"safety365/bulletins"
	"safety365/bulletins/intake/sheet"
	"safety365/bulletins/kinds"
)

func (c *command) tableCommand() *cobra.Command {
	var out string
	cmd := c.cobra("table FILE [-o FILE.xlsx|FILE.csv]", "table", exactly(1))
	cmd.Flags().StringVarP(&out, "output", "o", "", c.say("flag-table-output"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.table(source{path: args[0]}, out)
	}
	return cmd
}

// table writes the tables of a document, and of the files that it names, as a workbook
// or a CSV. It never replaces a file.
func (c *command) table(s source, out string) error {
	text, err := c.read(s)
	if err != nil {
		return err
	}
	doc := bulletins.Parse(s.path, text, kinds.Schema())
	folder, err := bulletins.OpenFolder(s.folder())
	if err != nil {
		return err
	}
	defer folder.Close()
	tables, said := kinds.Tables(doc, folder)
	var found []press.Finding
	for _, d := range said {
		found = append(found, press.FindingOf(doc, d))
	}
	c.printFindings(c.err, found)
	switch {
	case press.HasErrors(found):
		return press.ErrContent
	case len(tables) == 0:
		return &fileError{c.say("no-table", s.path)}
	}
	if out == "" {
		out = freeWorkbook(s)
	}
	write := func(w io.Writer) error { return sheet.Write(w, tables...) }
	switch ext := strings.ToLower(filepath.Ext(out)); {
	case ext == ".csv" && len(tables) > 1:
		return c.usage("csv-tables", len(tables))
	case ext == ".csv":
		write = func(w io.Writer) error { return sheet.WriteCSV(w, tables[0]) }
	case ext != ".xlsx" && out != standardOutput:
		return c.usage("bad-table-output", out)
	}
	if out == standardOutput {
		return c.writeOut(write)
	}
	if err := createFile(out, write); err != nil {
		return err
	}
	fmt.Fprintln(c.out, out)
	return nil
}

// freeWorkbook is a workbook beside the document that is not there yet.
func freeWorkbook(s source) string {
	base := outputName(s, "")
	path := filepath.Join(s.folder(), base+".xlsx")
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(s.folder(), fmt.Sprintf("%s %d.xlsx", base, n))
	}
}

// createFile writes a new file, and leaves none if that fails.
func createFile(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}
