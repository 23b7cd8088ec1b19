package cli

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"
)

// profiles are the hidden options that show where time and memory go.
type profiles struct {
	cpu, memory string
	file        *os.File
}

func (p *profiles) start() error {
	if p.cpu == "" {
		return nil
	}
	f, err := os.Create(p.cpu)
	if err != nil {
		return err
	}
	p.file = f
	return pprof.StartCPUProfile(f)
}

func (p *profiles) stop() error {
	var err error
	if p.file != nil {
		pprof.StopCPUProfile()
		err = p.file.Close()
	}
	if p.memory == "" {
		return err
	}
	f, failed := os.Create(p.memory)
	if failed != nil {
		return errors.Join(err, failed)
	}
	runtime.GC()
	return errors.Join(err, pprof.Lookup("allocs").WriteTo(f, 0), f.Close())
}
