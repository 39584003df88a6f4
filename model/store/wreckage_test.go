package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestScanAcrossWindows finds every record of a file once, wherever the file is cut into
// windows: before, within and behind it, and at the file's end.
func TestScanAcrossWindows(t *testing.T) {
	packed, err := pack([]byte(incompressible(1, 9000)))
	if err != nil {
		t.Fatal(err)
	}
	size := int64(headerLength + len(packed.deflated))
	path := filepath.Join(t.TempDir(), "f")
	for _, begin := range []int64{
		0, 1, scanWindow - size - 1, scanWindow - size, scanWindow - size + 1, scanWindow - headerLength - 1, scanWindow - headerLength, scanWindow - 9,
		scanWindow - 8, scanWindow - 7, scanWindow - 1, scanWindow, scanWindow + 1, 2*scanWindow - 7,
	} {
		data := make([]byte, begin)
		const records = 3 // one behind the other
		for n := range records {
			data = append(data, encode(frame{kind: kindCurrent, id: ID{byte(n + 1)}, seq: 1, txNo: uint64(n), time: time.UnixMilli(0)}, packed)...)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		a := newWreckage()
		if err := a.scan(f, int64(len(data))); err != nil {
			t.Error(err)
		}
		for n := range records {
			found := a.drafts[ID{byte(n + 1)}]
			if len(found) != 1 || found[0].at != begin+int64(n)*size {
				t.Errorf("begun at %d: record %d is found %d times", begin, n+1, len(found))
			}
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}
