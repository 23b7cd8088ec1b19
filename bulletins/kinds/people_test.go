package kinds

import (
	"fmt"
	"testing"

	"safety365/bulletins"
)

func TestPeople(t *testing.T) {
	for text, want := range map[string]string{
		"chair: 张三":                              "[{张三 []  }]",
		"chair: 张三（局长、书记）":                       "[{张三 [局长 书记]  }]",
		"chair: [Wu Jian (Director), 李四]":        "[{Wu Jian [Director]  } {李四 []  }]",
		"chair: {name: 王五, unit: 办公室, phone: 1}": "[{王五 [] 办公室 1}]",
		"chair: [{name: 王五, posts: [处长]}, ]":     "[{王五 [处长]  }]",
		"chair: （局长）":                            "[{（局长） []  }]",
		"chair:":                                 "[]",
	} {
		doc := bulletins.Parse("", "---\n"+text+"\n---\n", &bulletins.Schema{Fields: map[string]bulletins.Field{"chair": people}})
		if len(doc.Diagnostics) > 0 {
			t.Errorf("%s: %v", text, doc.Diagnostics)
		}
		var got []string
		for _, p := range People(doc.Meta.Values["chair"]) {
			got = append(got, fmt.Sprintf("{%s %v %s %s}", p.Name, p.Posts, p.Unit, p.Phone))
		}
		if s := fmt.Sprint(got); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
	}
}
