package markdown

import (
	"strconv"
	"strings"
)

// Indent puts something before each line; blank lines get no spaces at their ends.
func Indent(text, first, rest string) string {
	var b strings.Builder
	before := first
	for i, l := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(strings.TrimRight(before+l, " "))
		before = rest
	}
	return b.String()
}

// Image writes a picture; the caption is plain text.
func Image(caption, file string) string {
	if strings.ContainsAny(file, " ()<>\t\n") {
		file = "<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "", "\t", " ").Replace(file) + ">"
	}
	return "![" + label(caption) + "](" + file + ")"
}

// Ruby writes a text with its reading: :ruby[隐患]{yǐn huàn}.
func Ruby(text, reading string) string {
	if text == "" || reading == "" || strings.ContainsAny(text+reading, "[]{}\\\"=") {
		return Escape(strings.TrimSpace(text + " " + reading))
	}
	return ":ruby[" + text + "]{" + reading + "}"
}

// Cell makes the text of a table's cell of Markdown: lines are parted by <br>, and a
// text that would merge the cell with another is a character.
func Cell(text string) string {
	var lines []string
	for l := range strings.SplitSeq(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	text = strings.ReplaceAll(strings.Join(lines, "<br>"), "|", `\|`)
	if text == "<" || text == "^" {
		return `\` + text
	}
	return text
}

// Table writes rows of cells of one length, made by Cell; < continues the cell at the
// left, ^ the one above. The first head rows are the head. What GFM cannot say, several
// rows of head and a caption, a directive round the table says.
func Table(rows [][]string, head int, caption string) string {
	if len(rows) == 0 {
		return ""
	}
	if head == 0 { // what GFM asks for: a first row without words is no head
		rows = append([][]string{make([]string, len(rows[0]))}, rows...)
	}
	var b strings.Builder
	for r, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if r == 0 {
			b.WriteString("|" + strings.Repeat("---|", len(row)) + "\n")
		}
	}
	text := strings.TrimSuffix(b.String(), "\n")
	var says []string
	if caption = strings.ReplaceAll(strings.Join(strings.Fields(caption), " "), `"`, "”"); caption != "" {
		says = append(says, `caption="`+caption+`"`)
	}
	if head > 1 {
		says = append(says, "head="+strconv.Itoa(head))
	}
	if len(says) == 0 {
		return text
	}
	return "::: table {" + strings.Join(says, " ") + "}\n" + text + "\n:::"
}
