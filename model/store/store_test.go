package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

var long = flag.Bool("long", false, "run the long tests: minutes each")

func open(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{Maker: "nianbao test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeChecked(t, s) })
	return s
}

// closeChecked has bbolt check the whole file before it is closed.
func closeChecked(t testing.TB, s *Store) {
	t.Helper()
	if s.closed {
		return
	}
	if s.file.state() == nil && !s.readOnly {
		if err := s.file.db.View(func(tx *bbolt.Tx) error {
			for err := range tx.Check() {
				t.Error(err)
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func create(t testing.TB, s *Store, agency, content string) ID {
	t.Helper()
	id, err := s.Create(Summary{Agency: agency, Year: 2026, Edition: "2021", Updated: time.Now()}, []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func load(t testing.TB, s *Store, id ID) string {
	t.Helper()
	content, err := s.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestRoundTrip(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "新文件夹", "草稿")
	s := open(t, dir)
	id := create(t, s, "梧桐镇人民政府", "第一次")
	updated := time.Date(2026, 11, 23, 10, 11, 12, 0, time.UTC)
	if err := s.Save(id, Summary{Agency: "梧桐镇人民政府", Year: 2026, Updated: updated, Filled: 0.93, Errors: 2}, []byte("第二次")); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	s = open(t, dir)
	if got := load(t, s, id); got != "第二次" {
		t.Errorf("loaded %q", got)
	}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	want := Summary{ID: id, Agency: "梧桐镇人民政府", Year: 2026, Updated: updated, Filled: 0.93, Errors: 2, State: StateDraft}
	if len(list) != 1 || list[0] != want {
		t.Errorf("list %+v, want %+v", list, want)
	}
	if parsed, err := ParseID(id.String()); err != nil || parsed != id {
		t.Errorf("ParseID(%s) = %v, %v", id, parsed, err)
	}
}

func TestListOrder(t *testing.T) {
	s := open(t, t.TempDir())
	now := time.Now()
	for i, age := range []time.Duration{2 * time.Hour, time.Hour, 3 * time.Hour} {
		if _, err := s.Create(Summary{Agency: fmt.Sprint(i), Updated: now.Add(-age)}, []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	order := ""
	for _, sum := range list {
		order += sum.Agency
	}
	if order != "102" {
		t.Errorf("order %s, want the last saved first: 102", order)
	}
}

func TestTrash(t *testing.T) {
	s := open(t, t.TempDir())
	id, other := create(t, s, "甲", "甲的内容"), create(t, s, "乙", "乙的内容")
	if err := s.Trash(id); err != nil {
		t.Fatal(err)
	}
	list, err := s.List()
	if err != nil || len(list) != 1 || list[0].ID != other {
		t.Errorf("list %v, %v", list, err)
	}
	if _, err := s.Load(id); !errors.Is(err, ErrNotFound) {
		t.Errorf("loading a draft in the trash: %v", err)
	}
	if err := s.Save(id, Summary{}, []byte("x")); !errors.Is(err, ErrNotFound) {
		t.Errorf("saving a draft in the trash: %v", err)
	}
	if err := s.Trash(id); !errors.Is(err, ErrNotFound) {
		t.Errorf("trashing it twice: %v", err)
	}
	// Its content is still there to be had back.
	err = s.file.db.View(func(tx *bbolt.Tx) error {
		f, err := decode(tx.Bucket(bucketDrafts).Bucket(id[:]).Get(keyCurrent))
		if err == nil && string(f.content) != "甲的内容" {
			err = fmt.Errorf("content %q", f.content)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func txNo(t *testing.T, s *Store) uint64 {
	t.Helper()
	var n uint64
	if err := s.file.db.View(func(tx *bbolt.Tx) error {
		n = binary.BigEndian.Uint64(tx.Bucket(bucketMeta).Get(keyTxNo))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestUnchangedIsNotWritten(t *testing.T) {
	s := open(t, t.TempDir())
	id := create(t, s, "甲", "内容")
	before := txNo(t, s)
	sum := Summary{Agency: "甲", Year: 2026, Edition: "2021", Updated: time.Now().Add(time.Minute)}
	if err := s.Save(id, sum, []byte("内容")); err != nil {
		t.Fatal(err)
	}
	if got := txNo(t, s); got != before {
		t.Errorf("saved again: counter %d, want %d", got, before)
	}
	sum.State = StateFinal
	if err := s.Save(id, sum, []byte("内容")); err != nil {
		t.Fatal(err)
	}
	if list, err := s.List(); err != nil || list[0].State != StateFinal || txNo(t, s) != before+1 {
		t.Errorf("a summary that changed alone: %+v, %v", list, err)
	}
	if err := s.Save(id, sum, []byte("新内容")); err != nil {
		t.Fatal(err)
	}
	if got := txNo(t, s); got != before+2 {
		t.Errorf("counter %d, want %d", got, before+2)
	}
}

func TestSettings(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if got, err := s.Setting("folder"); got != "" || err != nil {
		t.Errorf("before: %q, %v", got, err)
	}
	for _, value := range []string{"/home/甲", ""} {
		if err := s.SetSetting("folder", value); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Setting("folder"); got != value || err != nil {
			t.Errorf("%q, %v; want %q", got, err, value)
		}
	}
	if got, err := s.Setting("other"); got != "" || err != nil {
		t.Errorf("another name: %q, %v", got, err)
	}
}

func TestMissing(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.Load(ID{1}); !errors.Is(err, ErrNotFound) {
		t.Errorf("Load: %v", err)
	}
	if err := s.Save(ID{1}, Summary{}, []byte("x")); !errors.Is(err, ErrNotFound) {
		t.Errorf("Save: %v", err)
	}
}

func readFile(t testing.TB, dir string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func draft20KB() []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < 20<<10; i++ {
		fmt.Fprintf(&b, `"applications.received.%d": "%d",`+"\n", i, i*i)
	}
	return b.Bytes()
}

func BenchmarkSave(b *testing.B) {
	s := open(b, b.TempDir())
	content := draft20KB()
	id := create(b, s, "甲", string(content))
	for i := 0; b.Loop(); i++ {
		content[len(content)-3] = byte('a' + i%26)
		if err := s.Save(id, Summary{}, content); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	s := open(b, b.TempDir())
	id := create(b, s, "甲", string(draft20KB()))
	for b.Loop() {
		load(b, s, id)
	}
}

// incompressible is text that deflate cannot press.
func incompressible(seed, size int) string {
	var b strings.Builder
	x := uint64(seed)*2654435761 + 1
	for b.Len() < size {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		b.WriteRune(rune(0x4E00 + x%20000))
	}
	return b.String()
}
