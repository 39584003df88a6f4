package atomicfile

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// TestPatiently: what passes is waited for, longer each time, for less than a
// second; what does not pass is told at once.
func TestPatiently(t *testing.T) {
	busy, denied := errors.New("held"), errors.New("denied")
	passes := func(err error) bool { return errors.Is(err, busy) }
	for name, tt := range map[string]struct {
		fails []error // of the tries before the first that succeeds
		want  error
		tries int
		took  time.Duration
	}{
		"free":               {nil, nil, 1, 0},
		"held for a moment":  {[]error{busy}, nil, 2, 10 * time.Millisecond},
		"held for longer":    {[]error{busy, busy, busy, busy, busy, busy}, nil, 7, 630 * time.Millisecond},
		"held":               {[]error{busy, busy, busy, busy, busy, busy, busy, busy}, busy, 7, 630 * time.Millisecond},
		"denied":             {[]error{denied}, denied, 1, 0},
		"held, then refused": {[]error{busy, denied}, denied, 2, 10 * time.Millisecond},
	} {
		synctest.Test(t, func(t *testing.T) {
			begin, tries := time.Now(), 0
			err := patiently(func() error {
				tries++
				if tries > len(tt.fails) {
					return nil
				}
				return tt.fails[tries-1]
			}, passes)
			if took := time.Since(begin); !errors.Is(err, tt.want) || tries != tt.tries || took != tt.took {
				t.Errorf("%s: %v after %d tries, %v", name, err, tries, took)
			}
		})
	}
}
