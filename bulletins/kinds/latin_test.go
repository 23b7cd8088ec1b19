package kinds

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"safety365/bulletins"
	"safety365/bulletins/layout"
	"safety365/bulletins/page"
)

// flowText is what a flow says, a block a line.
func flowText(blocks []layout.Block) string {
	var b strings.Builder
	var walk func(blocks []layout.Block)
	text := func(t *layout.Text) {
		for _, in := range t.Inlines {
			b.WriteString(in.Text)
			if in.Fill {
				b.WriteString(" … ")
			}
		}
		b.WriteByte('\n')
	}
	walk = func(blocks []layout.Block) {
		for _, block := range blocks {
			switch block := block.(type) {
			case *layout.Text:
				text(block)
			case *layout.Frame:
				walk(block.Blocks)
			case *layout.Item:
				if block.Label != nil {
					b.WriteString(block.Label.Inlines[0].Text + " ")
				}
				walk(block.Blocks)
			case *layout.Row:
				for _, c := range block.Cells {
					walk(c.Blocks)
				}
			case *layout.Table:
				for _, part := range [][]layout.TableRow{block.Head, block.Rows} {
					for _, row := range part {
						for _, c := range row.Cells {
							for _, in := range c.Text.Inlines {
								b.WriteString(in.Text)
							}
							b.WriteByte('|')
						}
						b.WriteByte('\n')
					}
				}
			}
		}
	}
	walk(blocks)
	return b.String()
}

// TestLatinKinds: what stands on the pages of English and Indonesian kinds, in order, and
// what is said about their faults.
func TestLatinKinds(t *testing.T) {
	for _, c := range []struct {
		name, front, text string
		want              []string // in this order
		codes             string
	}{
		{"alert", "lang: en\nkind: safety-alert\ntitle: Loose guard\nnumber: SA02-2026\npublished: 2026-03-06\ncontact: Safety office\nsector: Mining", "## Action required\n\nStop.",
			[]string{"SAFETY ALERT … SA02-2026", "Loose guard", "Date|6 March 2026|", "Sector|Mining|", "Stop.", "Contact"}, ""},
		{"alert without", "lang: en\nkind: safety-alert\ntitle: Loose guard", "## Background\n\nOld.",
			[]string{"SAFETY ALERT"}, "notice-heading notice-missing notice-missing notice-missing"},
		{"flash", "lang: en\nkind: safety-flash\ntitle: A fall", "## What happened\n\nMr Smith fell at 14:30 on 6 March.\n\n## Why\n\nWet.\n\n## Learning\n\nDry it.\n\n## Action\n\nDone.",
			[]string{"SAFETY FLASH", "A fall"}, "flash-anonymous flash-anonymous flash-anonymous"},
		{"talk", "lang: en\nkind: toolbox-talk\ntitle: Ladders\nevent_date: 2026-03-06\ntime: 07:30\nleader: Wu Jian (Foreman)\nvenue: Hall 2\nrows: 3\nattendees: [Li Hua]", "Climb.",
			[]string{"TOOLBOX TALK", "Date|Friday, 6 March 2026|", "Time|7:30 a.m.|", "Place|Hall 2|", "Led by|Wu Jian (Foreman)|", "Climb.", "No.|Action|Owner|Due|Status|", "1|Li Hua|", "3|"}, ""},
		{"undangan", "lang: id\nkind: surat-undangan\ntitle: Undangan Rapat\nnumber: 12/K3/III/2026\nissuer: DINAS\ncity: Jakarta\npublished: 2026-03-06\nto: [Kepala Bagian]\nevent_date: 2026-03-09\ntime: 09:00\nvenue: Aula\npost: Kepala Dinas\nsigner: Budi", "Isi.",
			[]string{"DINAS", "Nomor : 12/K3/III/2026 … Jakarta, 6 Maret 2026", "Hal : Undangan Rapat", "Yth. Kepala Bagian", "Isi.", "KEPALA DINAS,", "Budi"}, ""},
		{"undangan late", "lang: id\nkind: surat-undangan\ntitle: Undangan\nnumber: 1\nissuer: DINAS\npublished: 2026-03-06\nto: A\nevent_date: 2026-03-01\ntime: 09:00\nvenue: Aula\npost: K\nsigner: Budi", "Isi.",
			nil, "event-before-letter"},
		{"edaran", "lang: id\nkind: surat-edaran\ntitle: KESELAMATAN\nnumber: 3 TAHUN 2026\nissuer: DINAS\npublished: 2026-03-06\ncity: Bogor\nto: [A, B]\npost: Kepala\nsigner: Siti\ncc: [Arsip]",
			"## A. Latar Belakang\n\na\n\n## B. Maksud dan Tujuan\n\nb\n\n## C. Ruang Lingkup\n\nc\n\n## D. Dasar\n\nd\n\n## E. Isi Edaran\n\ne\n\n## F. Penutup\n\nf",
			[]string{"DINAS", "Yth.", "1. A", "2. B", "SURAT EDARAN", "NOMOR 3 TAHUN 2026", "TENTANG", "KESELAMATAN", "A. Latar Belakang", "F. Penutup", "Bogor, 6 Maret 2026", "KEPALA,", "Siti", "Tembusan:", "1. Arsip"}, ""},
		{"edaran without", "lang: id\nkind: surat-edaran\ntitle: K\nnumber: 3\nissuer: DINAS\npublished: 2026-03-06\nto: A\npost: Kepala\nsigner: Siti", "## Latar Belakang\n\na\n\n## Isi\n\ne\n\n## Penutup\n\nf",
			nil, "edaran-part edaran-part edaran-part"},
		{"notula", "lang: id\nkind: notula\ntitle: Rapat\nissuer: DINAS\nevent_date: 2026-03-08\nvenue: Aula\nchair: Budi (Kepala)\nrecorder: Siti\nattendees: [Ani, Joko]", "## Keputusan\n\nSetuju.",
			[]string{"NOTULA", "Hari, tanggal|Minggu, 8 Maret 2026|", "Pemimpin rapat|Budi (Kepala)|", "Peserta|Ani; Joko|", "Setuju.", "Pemimpin rapat,", "Budi", "Notulis,", "Siti"}, ""},
		{"buletin", "lang: id\nkind: buletin-k3\ntitle: Nihil Kecelakaan\nseries: {name: Buletin K3, issue: 4}\nissuer: Unit K3\npublished: 2026-03-06", "Berita.",
			[]string{"Buletin K3", "Unit K3 … Edisi 4 · 6 Maret 2026", "Nihil Kecelakaan", "Berita."}, ""},
	} {
		flow, found := compose(t, "---\n"+c.front+"\n---\n\n"+c.text+"\n")
		said := flowText(flow.Blocks)
		saysInOrder(t, c.name, said, c.want)
		var codes []string
		for _, d := range found {
			if d.Severity >= bulletins.Warning {
				codes = append(codes, d.Code)
			}
		}
		slices.Sort(codes)
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: %s, want %s", c.name, got, c.codes)
		}
	}
}

// pageOf is the page on which a piece of text stands, from 1; 0: on none.
func pageOf(pages []*page.Page, words string) int {
	for _, p := range pages {
		for _, item := range p.Items {
			if run, ok := item.(*page.GlyphRun); ok && strings.Contains(run.Text, words) {
				return p.Number + 1
			}
		}
	}
	return 0
}

// TestTalkSheets: the sheet that goes round among those who listen is not torn apart.
func TestTalkSheets(t *testing.T) {
	for _, c := range [][3]string{{"toolbox-talk", "en", "Actions"}, {"safety-talk", "id", "Tenggat"}} {
		text, err := Starter(c[0], c[1])
		if err != nil {
			t.Fatal(err)
		}
		flow, _ := composeIn(t, t.TempDir(), text)
		pages := laid(t, flow)
		if from, to := pageOf(pages, c[2]), pageOf(pages, "16"); from != to || from != 2 || len(pages) != 2 {
			t.Errorf("%s: from page %d to %d of %d", c[0], from, to, len(pages))
		}
	}
}

// TestLetterNumbers: the pages of an Indonesian letter are numbered at their head from the
// second on, and nowhere else.
func TestLetterNumbers(t *testing.T) {
	flow, _ := composeIn(t, t.TempDir(), "---\nlang: id\nkind: surat-edaran\ntitle: K3\nnumber: 3\nissuer: DINAS\npublished: 2026-03-06\nto: [A, B]\npost: Kepala\nsigner: Siti\n---\n\n"+strings.Repeat("Setiap orang berhak pulang dengan selamat.\n\n", 60))
	for i, p := range laid(t, flow) {
		var outside []string
		for _, item := range p.Items {
			if run, ok := item.(*page.GlyphRun); ok && (run.Origin.Y < page.MM(22_000) || run.Origin.Y > p.Trim.H-page.MM(28_000)) {
				outside = append(outside, strings.TrimSpace(run.Text))
			}
		}
		want := ""
		if i > 0 {
			want = "– " + strconv.Itoa(i+1) + " –"
		}
		if got := strings.Join(outside, " "); got != want {
			t.Errorf("page %d: %q, want %q", i+1, got, want)
		}
	}
}
