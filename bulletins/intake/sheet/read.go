package sheet

import (
	"bytes"
	"io"
	"strconv"

	"safety365/bulletins"
)

// Options say how to read a file where looking at it would not tell.
type Options struct {
	Sheet    string // name of the sheet; "" the first that is shown and not empty
	HeadRow  int    // row of the head in the file, from 1; 0: found, -1: there is none
	HeadRows int    // rows of the head; 0: found
	Hidden   bool   // take hidden rows and columns too
}

// Read reads a table. The name is that of the file and serves for messages only: what
// a file is, its bytes say. A content that cannot be read gives no table and a
// Diagnostic that says why; the error is one of the reader r.
func Read(name string, r io.Reader, o Options) (*Table, []bulletins.Diagnostic, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, nil, err
	}
	in := &input{name: name, options: o}
	if len(data) > MaxFile {
		in.fail("sheet-too-large", "limit", strconv.Itoa(MaxFile>>20)+" MB")
		return nil, in.diagnostics, nil
	}
	t := in.read(data)
	return t, in.diagnostics, nil
}

// input is a file while it is read.
type input struct {
	name        string
	options     Options
	diagnostics []bulletins.Diagnostic
	from1904    bool // day numbers count from 1904, as on old Macs
}

// Beginnings of files that are no text.
var (
	zipMark = []byte("PK\x03\x04")
	oleMark = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}
)

func (in *input) read(data []byte) *Table {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		in.fail("sheet-empty")
		return nil
	case bytes.HasPrefix(data, zipMark):
		return in.readXLSX(data)
	case bytes.HasPrefix(data, oleMark):
		in.readOLE(data)
		return nil
	}
	return in.readCSV(data)
}

// readOLE says what a file in Microsoft's old container is: a workbook with a
// password, or one of before 2007.
func (in *input) readOLE(data []byte) {
	encrypted := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	if bytes.Contains(data, encrypted) {
		in.fail("sheet-password")
		return
	}
	in.fail("sheet-old-format")
}

// fail reports why there is no table.
func (in *input) fail(code string, args ...string) { in.report(bulletins.Error, code, args...) }

// report adds a Diagnostic; args are names and values in turn.
func (in *input) report(severity bulletins.Severity, code string, args ...string) {
	if len(in.diagnostics) >= maxDiagnostics && severity != bulletins.Error {
		return
	}
	d := bulletins.Diagnostic{Code: code, Severity: severity, Args: map[string]string{"name": in.name}}
	for i := 0; i+1 < len(args); i += 2 {
		d.Args[args[i]] = args[i+1]
	}
	in.diagnostics = append(in.diagnostics, d)
}

func itoa(n int) string { return strconv.Itoa(n) }

// warn reports something about a cell.
func (in *input) warn(code string, row, col int, value string) {
	in.report(bulletins.Warning, code, "place", cellName(row, col), "value", value)
}
