package store

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

func encoded(t testing.TB, content string) []byte {
	t.Helper()
	packed, err := pack([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return encode(frame{kind: kindCurrent, id: ID{1, 2, 3}, seq: 7, txNo: 9, time: time.UnixMilli(1234567890123)}, packed)
}

func TestFrameRoundTrip(t *testing.T) {
	for _, content := range []string{"", "内容", strings.Repeat("很长", 100000)} {
		f, err := decode(encoded(t, content))
		if err != nil {
			t.Fatal(err)
		}
		if string(f.content) != content || f.kind != kindCurrent || f.id != (ID{1, 2, 3}) || f.seq != 7 || f.txNo != 9 || f.time.UnixMilli() != 1234567890123 {
			t.Errorf("decoded %+v", f)
		}
	}
}

// TestEveryBit: no single wrong bit, no missing or further byte goes unnoticed.
func TestEveryBit(t *testing.T) {
	whole := encoded(t, "梧桐镇人民政府")
	for i := range whole {
		for bit := range 8 {
			damaged := bytes.Clone(whole)
			damaged[i] ^= 1 << bit
			if _, err := decode(damaged); err == nil {
				t.Fatalf("byte %d, bit %d: not noticed", i, bit)
			}
		}
		if _, err := decode(whole[:i]); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut to %d bytes: %v", i, err)
		}
	}
	if _, err := decode(append(bytes.Clone(whole), 0)); !errors.Is(err, ErrDamaged) {
		t.Error("a further byte was not noticed")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, "内容"))
	f.Add(encoded(f, "")[:50])
	f.Add(frameMagic[:])
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := decode(data)
		if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
			t.Errorf("error of another kind: %v", err)
		}
		if err == nil && len(got.content) > maxContent {
			t.Errorf("inflated to %d bytes", len(got.content))
		}
	})
}
