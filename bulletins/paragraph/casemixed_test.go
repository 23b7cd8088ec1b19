package paragraph

// mixedCases are about Han and Latin beside each other.
var mixedCases = []typeset{
	{name: "C1 Han and Latin", text: "按照ISO 45001标准，共85 dB(A)；在Word中（GB 2894—2008）打开。", measure: 60, want: "按照ISO 45001标准，共85 dB(A)；在Word中（GB 2894—2008）打开。", at: "I2.25 标6.86 共9.86 8" + "11.11 ；14.92 W17.17 G21.61"},
	{name: "C1 digits", text: "共37处，第5条", measure: 60, want: "共37处，第5条", at: "31.25 处2.50 ，3.50 第4.50 55.75 条6.50"},
	{name: "C1 not at an end", text: "ISO标准，PDCA循环，（GB）和“LEC”", measure: 60, want: "ISO标准，PDCA循环，（GB）和“LEC”", at: "I0.00"},

	{name: "C2 typed spaces", text: "按照 ISO 标准 和ISO标准", measure: 60, want: "按照 ISO 标准和ISO标准", at: "I2.25 标4.11 和6.11 I7.36 标9.22"},
	{name: "C2 many of them", text: "按照   ISO  标准   和 ISO 标准", measure: 60, want: "按照   ISO  标准和 ISO 标准", at: "I2.25 标4.11 和6.11 I7.36 标9.22"},
	{name: "C2 none", text: "按照ISO标准和ISO标准", measure: 60, want: "按照ISO标准和ISO标准", at: "I2.25 标4.11 和6.11 I7.36 标9.22"},
	{name: "C2 digits", text: "共 37 处 危险 源", measure: 60, want: "共 37 处危险源", at: "31.25 处2.50 危3.50 源5.50"},

	{name: "C3 other formats", text: "调用¦Lock()¦前，看¦ISO¦标准", measure: 60, want: "调用Lock()前，看ISO标准", at: "L2.25", set: formatted},

	{name: "C4 quotation marks", text: "开展“安全月”活动，it’s “OK”。", measure: 60, want: "开展“安全月”活动，it’s “OK”。", at: "“2.00 安3.00 ”6.00 i10.00"},
	{name: "C4 about a Latin word", text: "说“OK”就行", measure: 60, want: "说“OK”就行", at: "“1.00 O2.00 ”3.44 就4.44"},
	{name: "C4 an apostrophe", text: "这是worker’s的", measure: 60, want: "这是worker’s的", at: "w2.25"},
}
