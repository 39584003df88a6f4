package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
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

// FuzzDecode reads anything as a record: as it stands, and with its sums made to
// agree, so that what lies behind them is reached too.
func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, "内容"))
	f.Add(encoded(f, strings.Repeat("政府信息公开", 500)))
	f.Add(encoded(f, "")[:50])
	f.Add(frameMagic[:])
	f.Fuzz(func(t *testing.T, data []byte) {
		for range 2 {
			got, err := decode(data)
			if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
				t.Errorf("error of another kind: %v", err)
			}
			if err == nil && len(got.content) > maxContent {
				t.Errorf("inflated to %d bytes", len(got.content))
			}
			if len(data) < headerLength {
				return
			}
			if part := inflatePart(data[headerLength:]); len(part) > maxContent {
				t.Errorf("a part of %d bytes", len(part))
			}
			data = sealed(data)
		}
	})
}

// sealed is a record of the same bytes whose magic, lengths and sums are right; the
// sum of its content as well, where there is any.
func sealed(data []byte) []byte {
	out := bytes.Clone(data)
	body := out[headerLength:]
	copy(out, frameMagic[:])
	be := binary.BigEndian
	be.PutUint32(out[12:], headerLength)
	be.PutUint32(out[16:], uint32(len(body)))
	be.PutUint32(out[64:], crc32.Checksum(body, castagnoli))
	if content, err := inflate(body, maxContent); err == nil {
		be.PutUint32(out[20:], uint32(len(content)))
		h := hashOf(content)
		copy(out[68:], h[:])
	}
	be.PutUint32(out[84:], crc32.Checksum(out[:84], castagnoli))
	return out
}
