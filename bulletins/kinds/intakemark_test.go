package kinds

import "testing"

// A proposal of intake is confirmed by its fix; what nobody knows has none.
func TestIntakeMarkIsConfirmed(t *testing.T) {
	text := "# 标题\n\n检查⟦管道⟧。\n\n再查⟦?⟧。"
	_, found := compose(t, text)
	fixed := 0
	for _, d := range found {
		if d.Code == "intake-mark" && d.Fix != nil {
			fixed++
			if old := text[d.Fix.Range.Start:d.Fix.Range.End]; old != "⟦管道⟧" || d.Fix.Text != "管道" {
				t.Errorf("the fix makes %q of %q", d.Fix.Text, old)
			}
		}
	}
	if fixed != 1 {
		t.Errorf("%d fixes", fixed)
	}
}

// A warning about a text that was taken in is confirmed by its fix, which takes it out;
// the last one takes the key with it.
func TestImportWarningIsConfirmed(t *testing.T) {
	text := "---\ntitle: 甲\nimport_warnings:\n  - \"修补处待确认：一二 ⟦二⟧\"\n  - \"没有来源\"\n---\n\n正文。\n"
	for _, code := range []string{"intake-mark", "import-warning"} {
		_, found := compose(t, text)
		for _, d := range found {
			if d.Code == code && d.Fix != nil {
				text = text[:d.Fix.Range.Start] + d.Fix.Text + text[d.Fix.Range.End:]
				break
			}
		}
	}
	if text != "---\ntitle: 甲\n---\n\n正文。\n" {
		t.Errorf("left is\n%s", text)
	}
}
