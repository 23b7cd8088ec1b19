package kinds

import (
	"strings"
	"testing"
	"time"
)

// TestValues is the table of one value in four typographies (domain.md, 2.13).
func TestValues(t *testing.T) {
	day := func(month, d int) time.Time { return time.Date(2024, time.Month(month), d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		what string
		got  func(lang string) string
		want [4]string // zh-Hans, zh-Hant, en, id
	}{
		{"Wednesday", func(l string) string { return printedDay(l, "2024-03-06") },
			[4]string{"2024年3月6日（星期三）", "2024年3月6日（星期三）", "Wednesday, 6 March 2024", "Rabu, 6 Maret 2024"}},
		{"Sunday", func(l string) string { return printedDay(l, "2024-05-05") },
			[4]string{"2024年5月5日（星期日）", "2024年5月5日（星期日）", "Sunday, 5 May 2024", "Minggu, 5 Mei 2024"}},
		{"afternoon", func(l string) string { return printedTime(l, "14:30") },
			[4]string{"14:30", "下午2時30分", "2:30 p.m.", "pukul 14.30"}},
		{"morning", func(l string) string { return printedTime(l, "09:05") },
			[4]string{"9:05", "上午9時05分", "9:05 a.m.", "pukul 09.05"}},
		{"midnight", func(l string) string { return printedTime(l, "00:00") },
			[4]string{"0:00", "上午12時00分", "12:00 a.m.", "pukul 00.00"}},
		{"12000+", func(l string) string {
			return printedMore(l, 12000, map[string]string{"zh-Hans": "条", "zh-Hant": "條"}[l])
		}, [4]string{"1.2万余条", "1.2萬餘條", "more than 12,000", "lebih dari 12.000"}},
		{"5300+", func(l string) string {
			return printedMore(l, 5300, map[string]string{"zh-Hans": "人", "zh-Hant": "人", "en": "people", "id": "orang"}[l])
		}, [4]string{"5300余人", "5300餘人", "more than 5,300 people", "lebih dari 5.300 orang"}},
		{"0.9998", func(l string) string { return printedPercent(l, "99.98") },
			[4]string{"99.98%", "99.98%", "99.98%", "99,98%"}},
		{"range", func(l string) string {
			return printedRange(l, 10, 20, map[string]string{"zh-Hans": "人", "zh-Hant": "人", "en": "people", "id": "orang"}[l])
		}, [4]string{"10～20人", "10～20人", "10–20 people", "10–20 orang"}},
		{"range of dates", func(l string) string { return printedDays(l, day(6, 1), day(6, 30)) },
			[4]string{"2024年6月1日至30日", "2024年6月1日至30日", "1–30 June 2024", "1–30 Juni 2024"}},
		{"range over months", func(l string) string { return printedDays(l, day(5, 25), day(6, 3)) },
			[4]string{"2024年5月25日至6月3日", "2024年5月25日至6月3日", "25 May – 3 June 2024", "25 Mei – 3 Juni 2024"}},
		{"odd thousands", func(l string) string { return printedNumber(l, 12345) },
			[4]string{"12345", "12345", "12,345", "12.345"}},
	} {
		for i, lang := range []string{"zh-Hans", "zh-Hant", "en", "id"} {
			if got := c.got(lang); got != c.want[i] {
				t.Errorf("%s in %s: %q, want %q", c.what, lang, got, c.want[i])
			}
		}
	}
}

// TestListed: lists in a sentence end as the language ends them.
func TestListed(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "Attending were Ann, Ben and Cid.", "id": "Hadir dalam rapat: Ann, Ben, dan Cid.", "zh-Hans": "Ann、Ben、Cid参加会议。", "zh-Hant": "Ann、Ben、Cid參加會議。",
	} {
		flow, _ := compose(t, "---\nlang: "+lang+"\nkind: meeting-news\ntitle: T\nattendees: [Ann, Ben, Cid]\n---\n\nx\n")
		if got := flowText(flow.Blocks); !strings.Contains(got, want) {
			t.Errorf("%s: no %q: %s", lang, want, got)
		}
	}
}
