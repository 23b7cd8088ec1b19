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
