package keeping

import (
	"runtime"
	"strings"
	"testing"
)

// TestCrash: a report says where and what, and nothing of what somebody wrote.
func TestCrash(t *testing.T) {
	newState(t)
	home := "/home/zhang"
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	report := "cannot parse \"Kepala dinas \\\"ditangkap\\\"\" or `rahasia`: 某单位发生事故\n\ngoroutine 1 [running]:\n" +
		"main.main()\n\t/home/zhang/文稿/main.go:12 +0x1d\n" + strings.Repeat("x", 2000)
	path, err := Crash(report)
	if err != nil {
		t.Fatal(err)
	}
	got := get(t, path)
	for _, want := range []string{"Safety 365", runtime.GOOS + "/" + runtime.GOARCH, runtime.Version(), "cannot parse", "goroutine 1 [running]", "main.go:12 +0x1d", "\t~/"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, secret := range []string{"dinas", "ditangkap", "rahasia", "单位", "事故", "zhang", "文稿"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q in\n%s", secret, got)
		}
	}
	if len(got) > 1500 {
		t.Errorf("%d bytes", len(got))
	}
}
