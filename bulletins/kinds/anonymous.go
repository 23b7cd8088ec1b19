package kinds

import (
	"regexp"
	"strings"

	"safety365/assets"
	"safety365/bulletins"
)

// surnames are frequent family names that are hardly ever the beginning of another word.
const surnames = "王李张張刘劉陈陳杨楊赵趙吴吳周徐孙孫朱胡郭何罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘袁董苏蘇吕呂魏蒋蔣沈贾賈薛阎閻潭谭譚邹鄒郝孟秦尹姚邵龚龔赖賴樊邱侯汪钱錢"

// private finds what tells who somebody is: names behind a post or a title, numbers of
// identity cards and mobile telephones. 张某 and initials do not.
var private = []*regexp.Regexp{
	regexp.MustCompile(`(?:工人|员工|員工|操作工|电工|電工|焊工|司机|司機|驾驶员|駕駛員|班长|班長|队长|隊長|死者|伤者|傷者|职工|職工|作业人员|作業人員|管理员|管理員|负责人|負責人|法定代表人|总经理|總經理|厂长|廠長|监护人|監護人)([` + surnames + `][\p{Han}]{1,2}?)(?:在|于|於|因|被|和|与|與|未|擅|违|違|发|發|死|受|将|將|到|、|，|。|（|\()`),
	regexp.MustCompile(`([` + surnames + `][\p{Han}]{1,2})[（(](?:男|女)`),
	regexp.MustCompile(`\b((?:Mr|Mrs|Ms|Miss|Bapak|Ibu|Pak|Bu|Sdr|Sdri|Tn|Ny)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)*)`),
	regexp.MustCompile(`(?:^|[^0-9])([1-9]\d{16}[0-9Xx])(?:[^0-9]|$)`),
	regexp.MustCompile(`(?:^|[^0-9])(1[3-9]\d{9})(?:[^0-9]|$)`),
}

// checkAnonymous reports who can be recognised in the tale of an accident.
func checkAnonymous(doc *bulletins.Document, report func(bulletins.Diagnostic)) {
	for i, top := range doc.Blocks {
		for _, form := range private {
			for _, at := range form.FindAllStringSubmatchIndex(top.Source, -1) {
				found := top.Source[at[2]:at[3]]
				if strings.Contains(found, "某") || placeholder(found) != nil {
					continue
				}
				report(problem(bulletins.Warning, "case-person", bulletins.Range{Start: doc.Starts[i] + at[2], End: doc.Starts[i] + at[3]}, "text", found))
			}
		}
	}
}

// phraseOf returns printed words in a document's language.
func phraseOf(doc *bulletins.Document, key string) string { return assets.Phrase(doc.Lang, key) }
