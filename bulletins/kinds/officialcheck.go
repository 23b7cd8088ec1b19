package kinds

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"safety365/bulletins"
)

// numberRules are what is wrong with a number of a document (发文字号: GB/T 9704-2012,
// 7.2.5), the first that holds.
var numberRules = []struct {
	code  string
	wrong *regexp.Regexp
}{
	{"official-number-ordinal", regexp.MustCompile(`第`)},
	{"official-number-brackets", regexp.MustCompile(`[\[（(【［{]\s*\d{2,4}`)},
	{"official-number-year", regexp.MustCompile(`〔\s*\d{1,3}\s*〕`)},
	{"official-number-zero", regexp.MustCompile(`〕\s*0+\d`)},
	{"official-number-end", regexp.MustCompile(`[^号號]$`)},
}

// fixedNumber puts a number right where that can be done.
func fixedNumber(number string) string {
	year := regexp.MustCompile(`[\[（(【［{]\s*(\d{4})\s*[\]）)】］}]`)
	fixed := year.ReplaceAllString(number, "〔$1〕")
	fixed = strings.ReplaceAll(fixed, "第", "")
	fixed = regexp.MustCompile(`〕\s*0+(\d)`).ReplaceAllString(fixed, "〕$1")
	if !strings.HasSuffix(fixed, "号") && !strings.HasSuffix(fixed, "號") {
		fixed += "号"
	}
	return fixed
}

var (
	classificationForm = regexp.MustCompile(`^(绝密|絕密|机密|機密|秘密)(★\s*(\d+(年|个月|個月|天)|长期|長期))?$`)
	urgencies          = []string{"特急", "加急", "特提", "平急"}
	genres             = regexp.MustCompile(`(决议|決議|决定|決定|命令|令|公报|公報|公告|通告|意见|意見|通知|通报|通報|报告|報告|请示|請示|批复|批覆|议案|議案|函|纪要|紀要|通知书|通知書)$`)
	upward             = regexp.MustCompile(`(请示|請示|报告|報告)$`)
)

// checkOfficial looks at the particulars of an official document.
func checkOfficial(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	say := func(severity bulletins.Severity, code, key string, args ...string) {
		report(problem(severity, code, meta.Values[key].Range, args...))
	}
	checkNumber(meta, report, true)
	if len(filled(meta.List("issuer"))) == 0 && strings.TrimSpace(meta.Text("masthead")) == "" {
		say(bulletins.Error, "official-issuer", "issuer")
	}
	checkDates(meta, report)
	checkMarks(meta, report)
	title := oneLine(meta.Text("title"))
	checkOfficialTitle(title, meta.Values["title"].Range, report)
	if upward.MatchString(title) && len(People(meta.Values["signer"])) == 0 {
		say(bulletins.Error, "official-signer", "signer")
	}
	if meta.Text("seal") == "image" && len(filled(meta.List("seal_image"))) == 0 {
		say(bulletins.Error, "official-seal-image", "seal")
	}
}

// checkOrder looks at the particulars of an order: it is numbered through, whatever the
// year (10.2), and somebody signs it.
func checkOrder(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	for _, need := range []struct{ key, code string }{{"number", "official-number"}, {"issuer", "official-issuer"}, {"stamp", "order-stamp"}} {
		v := meta.Values[need.key]
		empty := strings.TrimSpace(v.Text) == "" && len(v.List) == 0 && len(v.Map) == 0
		if empty && (need.key != "issuer" || strings.TrimSpace(meta.Text("masthead")) == "") {
			report(problem(bulletins.Error, need.code, v.Range))
		}
	}
	if number := oneLine(meta.Text("number")); strings.Contains(number, "〔") {
		report(problem(bulletins.Warning, "order-number", meta.Values["number"].Range, "number", number))
	}
	checkDates(meta, report)
}

// checkNumber looks at the number of a document, and whether it has one if it must.
func checkNumber(meta *bulletins.Meta, report func(bulletins.Diagnostic), must bool) {
	number, at := oneLine(meta.Text("number")), meta.Values["number"].Range
	if number == "" {
		if must {
			report(problem(bulletins.Error, "official-number", at))
		}
		return
	}
	if strings.ContainsAny(number, "×XＸx") { // it is still to be given
		return
	}
	for _, rule := range numberRules {
		if rule.wrong.MatchString(number) {
			d := problem(bulletins.Error, rule.code, at, "number", number, "fixed", fixedNumber(number))
			if at.End-at.Start == len(number) {
				d.Fix = &bulletins.Fix{Range: at, Text: fixedNumber(number)}
			}
			report(d)
			return
		}
	}
}

// checkDates looks at the dates below a document (7.3.5.4, 7.4.3).
func checkDates(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	published, ok := bulletins.ParseDate(strings.TrimSpace(meta.Text("published")))
	if !ok && strings.TrimSpace(meta.Text("published")) == "" {
		report(problem(bulletins.Error, "official-date", meta.Values["published"].Range))
	}
	printed, also := bulletins.ParseDate(strings.TrimSpace(meta.Text("printed")))
	if ok && also && printed.Before(published) {
		report(problem(bulletins.Warning, "official-printed", meta.Values["printed"].Range))
	}
}

// checkMarks looks at copy number, classification and urgency (7.2.1 to 7.2.3).
func checkMarks(meta *bulletins.Meta, report func(bulletins.Diagnostic)) {
	say := func(severity bulletins.Severity, code, key string) {
		report(problem(severity, code, meta.Values[key].Range, "value", meta.Text(key)))
	}
	copies, secret, urgency := oneLine(meta.Text("copy_no")), oneLine(meta.Text("classification")), oneLine(meta.Text("urgency"))
	if secret != "" {
		if !classificationForm.MatchString(secret) {
			say(bulletins.Warning, "official-classification", "classification")
		}
		if copies == "" {
			say(bulletins.Error, "official-copy", "classification")
		}
	}
	if n, err := strconv.Atoi(copies); copies != "" && (err != nil || n < 0 || len(copies) != 6) {
		say(bulletins.Warning, "official-copy-form", "copy_no")
	}
	if urgency != "" && !slices.Contains(urgencies, urgency) {
		say(bulletins.Warning, "official-urgency", "urgency")
	}
}

// longestTitle is how many characters a title has at most in practice: three lines.
const longestTitle = 50

// checkOfficialTitle looks at a title: its length, its end, and whether it names what
// sort of document it is.
func checkOfficialTitle(title string, at bulletins.Range, report func(bulletins.Diagnostic)) {
	if title == "" {
		return
	}
	if n := utf8.RuneCountInString(title); n > longestTitle {
		report(problem(bulletins.Warning, "official-title-long", at, "count", strconv.Itoa(n), "limit", strconv.Itoa(longestTitle)))
	}
	bare := strings.TrimRight(title, "。．.；;，,！!")
	if bare != title {
		report(problem(bulletins.Warning, "official-title-mark", at, "mark", title[len(bare):]))
	}
	bare = regexp.MustCompile(`（[^）]*）$`).ReplaceAllString(bare, "")
	if !genres.MatchString(bare) {
		report(problem(bulletins.Warning, "official-title-genre", at))
	}
}

// reviewOfficial looks at the text of an official document.
func reviewOfficial(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	if top := titleOf(doc); top != nil {
		spans := top.Block.(*bulletins.Heading).Spans
		checkOfficialTitle(oneLine(bulletins.PlainText(spans)), bulletins.Range{Start: doc.Starts[0], End: doc.Starts[0] + len(top.Source)}, report)
	}
	checkAttachments(doc, report)
	title := oneLine(doc.Meta.Text("title"))
	request := strings.HasSuffix(title, "报告") || strings.HasSuffix(title, "報告")
	count := 0
	for i, top := range doc.Blocks {
		if isAttachment(top.Block) {
			break
		}
		count += utf8.RuneCountInString(top.Source)
		if at := asking.FindStringIndex(top.Source); request && at != nil {
			report(problem(bulletins.Warning, "official-report-asks", bulletins.Range{Start: doc.Starts[i] + at[0], End: doc.Starts[i] + at[1]}, "text", top.Source[at[0]:at[1]]))
		}
	}
	if count > longestOfficial {
		report(problem(bulletins.Warning, "official-long", doc.Meta.Values["title"].Range, "count", strconv.Itoa(count), "limit", strconv.Itoa(longestOfficial)))
	}
}

// asking are phrases that a report must not have.
var asking = regexp.MustCompile(`请批示|請批示|请予批准|請予批准|妥否|请批准|請批准|请审批|請審批`)

// longestOfficial is how many characters a comprehensive document normally has at most.
const longestOfficial = 5000

// checkAttachments compares the list of attachments with the attachments (7.3.7: the
// same numbers and titles). A list without attachments is of such as are sent apart.
func checkAttachments(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	listed, attached := filled(doc.Meta.List("attachments")), attachedTitles(doc)
	if len(listed) == 0 || len(attached) == 0 {
		return
	}
	v := doc.Meta.Values["attachments"]
	if len(listed) != len(attached) {
		report(problem(bulletins.Error, "official-attachment-count", v.Range, "listed", strconv.Itoa(len(listed)), "attached", strconv.Itoa(len(attached))))
		return
	}
	n := 0
	for i, top := range doc.Blocks {
		if !isCounted(top.Block) {
			continue
		}
		if listed[n] != attached[n] {
			at := bulletins.Range{Start: doc.Starts[i], End: doc.Starts[i] + len(top.Source)}
			if end := strings.IndexByte(top.Source, '\n'); end > 0 {
				at.End = at.Start + end
			}
			report(problem(bulletins.Error, "official-attachment-title", at, "listed", listed[n], "title", attached[n]))
		}
		n++
	}
}
