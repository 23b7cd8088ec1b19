package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A command lives for a second: while it needs little memory, collecting garbage is
// a waste of time, and most documents are done before the first collection. Past
// roomy bytes the collector works as it always does.
const (
	roomy  = 150 << 20
	lazily = 400 // per cent of what is live, before it is collected again
)

// tuneCollector sets the collector now, and again after each collection.
func tuneCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(lazily)
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	type token struct{ _ [16]byte }
	var again func(*token)
	again = func(*token) {
		metrics.Read(live)
		percent := lazily
		if n := live[0].Value.Uint64(); n > 0 {
			percent = int(max(100, min(lazily, int64(roomy)*100/int64(n)-100)))
		}
		debug.SetGCPercent(percent)
		runtime.SetFinalizer(new(token), again)
	}
	runtime.SetFinalizer(new(token), again)
}
