package sheet

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// writtenDate is a date as people type it: 2026.3.5, 2026/03/05, 2026-3-5, 2026年3月5日,
// with a time behind it or without.
var writtenDate = regexp.MustCompile(`^(\d{4})(?:[./\-．／－]|\s*年\s*)(\d{1,2})(?:[./\-．／－]|\s*月\s*)(\d{1,2})\s*[日号號]?(?:[T\s]\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.0+)?)?)?$`)

// Dates that are read only below a head that says date.
var (
	compactDate = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	namedDate   = regexp.MustCompile(`^(\d{1,2})\s+(\pL{3,})\.?,?\s+(\d{4})$`)
	plainNumber = regexp.MustCompile(`^\d{5}(\.\d+)?$|^0?\.\d+$`)
)

// months are the first letters of English and Indonesian months.
var months = map[string]int{
	"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "may": 5, "mei": 5, "jun": 6, "jul": 7,
	"aug": 8, "agu": 8, "ags": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "nop": 11, "dec": 12, "des": 12,
}

// Words of a head under which a number is a date.
var (
	dateHan   = regexp.MustCompile(`日期|时间|時間|时限|時限|期限|到期`)
	dateLatin = regexp.MustCompile(`(?i)\b(date|time|deadline|due|tanggal|tgl|waktu|tenggat)\b`)
)

func isDateHead(head string) bool { return dateHan.MatchString(head) || dateLatin.MatchString(head) }

// Date reads a date as people type it and writes it as 2006-01-02 or 2006-01-02T15:04.
// wrong tells of a text that looks like a date and is none, such as 2026.2.30.
func Date(text string) (date string, ok, wrong bool) { return normalDate(trim(text), true) }

// normalDate writes a text that is a date as 2006-01-02 or 2006-01-02T15:04. below
// says that the column's head says date. wrong tells of a text that looks like a date
// and is none, such as 2026.2.30.
func normalDate(s string, below bool) (date string, ok, wrong bool) {
	if len(s) < 5 || len(s) > 40 || s[0] < '0' || s[0] > '9' {
		return "", false, false
	}
	if m := writtenDate.FindStringSubmatch(s); m != nil {
		return isoDate(m[1], m[2], m[3], m[4:]...)
	}
	if !below {
		return "", false, false
	}
	if m := compactDate.FindStringSubmatch(s); m != nil {
		return isoDate(m[1], m[2], m[3])
	}
	if m := namedDate.FindStringSubmatch(s); m != nil {
		if month := months[strings.ToLower(m[2][:min(3, len(m[2]))])]; month > 0 {
			return isoDate(m[3], itoa(month), m[1])
		}
	}
	return "", false, false
}

// isoDate puts a date together; clock is nothing, or hour, minute and second.
func isoDate(year, month, day string, clock ...string) (string, bool, bool) {
	y, m, d := number(year), number(month), number(day)
	if y < 1900 || y > 2200 {
		return "", false, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != m {
		return "", false, true
	}
	text := t.Format(time.DateOnly)
	if len(clock) == 0 || clock[0] == "" {
		return text, true, false
	}
	if number(clock[0]) > 23 || number(clock[1]) > 59 {
		return "", false, true
	}
	if len(clock[0]) == 1 {
		clock[0] = "0" + clock[0]
	}
	switch {
	case number(clock[2]) > 0:
		return text + "T" + clock[0] + ":" + clock[1] + ":" + clock[2], true, false
	case clock[0]+clock[1] == "0000": // how systems write a date without a time
		return text, true, false
	}
	return text + "T" + clock[0] + ":" + clock[1], true, false
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// serialDate writes a spreadsheet's day number as a date, with the time if clock is
// asked for and there is one. ok is false for numbers that are no days.
func serialDate(v float64, from1904, clock bool) (string, bool) {
	if from1904 {
		v += 1462
	}
	if v < 1 || v >= 2958466 {
		return "", false
	}
	if v < 60 { // the 29th of February 1900, which was none, is day 60
		v++
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(v))
	seconds := int(math.Round((v - math.Floor(v)) * 86400))
	t := day.Add(time.Duration(seconds) * time.Second)
	switch {
	case !clock || seconds == 0:
		return day.Format(time.DateOnly), true
	case t.Second() != 0:
		return t.Format("2006-01-02T15:04:05"), true
	}
	return t.Format("2006-01-02T15:04"), true
}

// serialClock writes the part of a day as a time: 0.375 is 09:00.
func serialClock(v float64) string {
	seconds := int(math.Round((v-math.Floor(v))*86400)) % 86400
	if seconds%60 != 0 {
		return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
}

// plainDate reads a number without a format in a column of dates: day numbers of the
// years 1954 to 2119, and parts of a day.
func plainDate(s string, from1904 bool) (string, bool) {
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil:
		return "", false
	case 20000 <= v && v <= 80000:
		return serialDate(v, from1904, true)
	case 0 < v && v < 1:
		return serialClock(v), true
	}
	return "", false
}
