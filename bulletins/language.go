package bulletins

import (
	"strings"
	"unicode/utf8"
)

// Languages are the languages of documents.
var Languages = []string{"zh-Hans", "zh-Hant", "id", "en"}

// languageForms are other tags for them that are in use.
var languageForms = map[string]string{
	"zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-hans-cn": "zh-Hans", "cn": "zh-Hans", "zh-hans": "zh-Hans",
	"zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-hant-tw": "zh-Hant", "zh-hant-hk": "zh-Hant", "zh-hant": "zh-Hant",
	"id-id": "id", "in": "id", "ind": "id", "id": "id",
	"eng": "en", "en": "en",
}

// languageTags are forms of a language that differ in how words are divided.
var languageTags = map[string]string{"en-gb": "en-GB", "en-us": "en-US"}

// readLanguage reads the lang of a front matter, one of Languages, and the tag that it
// states; "" means none that is known.
func readLanguage(v Value) (lang, tag string, found []Diagnostic) {
	if v.Text == "" {
		return "", "", nil
	}
	for _, lang := range Languages {
		if v.Text == lang {
			return lang, lang, nil
		}
	}
	form := strings.ToLower(strings.ReplaceAll(v.Text, "_", "-"))
	if tag := languageTags[form]; tag != "" {
		lang, _, _ := strings.Cut(tag, "-")
		return lang, tag, nil
	}
	meant := languageForms[form]
	if meant == "" {
		return "", "", []Diagnostic{note(Error, "language-unknown", v.Range, "value", v.Text, "choices", strings.Join(Languages, ", "))}
	}
	return meant, meant, []Diagnostic{note(Warning, "language-form", v.Range, "value", v.Text, "suggestion", meant).fixed(v.Range, meant)}
}

// Characters that stand in one script only, frequent ones, Simplified and
// Traditional in pairs.
const (
	simplified  = "这个们国产业员发务动会时为来对学经过实现问题还进应该将两种后说没开关门见习书东车长马飞气电话语计议许让设证识评词试该详读课谁调谈请贵费质赛赶运进远连选通达边迁过还这适递队际险难预频领须项顺顾颜风类监督导责任预报检验规统纪约级红纸练组细终绍经结给络绝继续维绿缺网罗罚术机权条极构标树样桥检"
	traditional = "這個們國產業員發務動會時為來對學經過實現問題還進應該將兩種後說沒開關門見習書東車長馬飛氣電話語計議許讓設證識評詞試該詳讀課誰調談請貴費質賽趕運進遠連選通達邊遷過還這適遞隊際險難預頻領須項順顧顏風類監督導責任預報檢驗規統紀約級紅紙練組細終紹經結給絡絕繼續維綠缺網羅罰術機權條極構標樹樣橋檢"
)

// words are the frequent words that tell Indonesian from English.
var words = map[string]string{}

var scripts = map[rune]int{} // +1 Simplified, -1 Traditional

func init() {
	for _, w := range strings.Fields("yang dan di untuk dengan pada dari ini itu dalam adalah tidak akan oleh ke atau juga kami telah harus sebagai para dapat kerja keselamatan karena agar semua setiap bagi saat secara lebih belum sudah tahun hari") {
		words[w] = "id"
	}
	for _, w := range strings.Fields("the of and to in is for that on with as are be by was this from at have not it or an will has been were we our all their your must they which work safety") {
		words[w] = "en"
	}
	a, b := []rune(simplified), []rune(traditional)
	for i := range a {
		if a[i] != b[i] {
			scripts[a[i]]++
			scripts[b[i]]--
		}
	}
}

// GuessLanguage guesses the language of a text from its beginning.
func GuessLanguage(text string) string {
	if len(text) > guessBytes {
		cut := guessBytes
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut]
	}
	hans, letters, script := 0, 0, 0
	for _, c := range text {
		switch {
		case IsHan(c):
			hans++
			script += scripts[c]
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			letters++
		}
	}
	// A word of a Latin text has some five letters, so that many weigh one Han.
	if hans > 0 && hans*5 >= letters {
		if script < 0 {
			return "zh-Hant"
		}
		return "zh-Hans"
	}
	return guessLatin(text)
}

func guessLatin(text string) string {
	score := 0
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') }) {
		switch words[strings.ToLower(w)] {
		case "id":
			score++
		case "en":
			score--
		}
	}
	if score > 0 {
		return "id"
	}
	return "en"
}
