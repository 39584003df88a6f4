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
	if _, err := s.Create(Summary{}, make([]byte, maxContent+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("Create: %v", err)
	}
}

func TestOpenTwice(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	begin := time.Now()
	_, err := Open(dir, Options{})
	var used *InUseError
	if !errors.As(err, &used) || used.PID != os.Getpid() {
		t.Fatalf("second Open: %v", err)
	}
	if wait := time.Since(begin); wait > 2*time.Second {
		t.Errorf("it took %v to say so", wait)
	}
}

// TestNewer: a newer program's store is read, and never written.
func TestNewer(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "内容")
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(keySchema, []byte{0, 0, 0, schema + 1})
	}); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	before := readFile(t, dir)
	s = open(t, dir)
	if !s.Opening().ReadOnly || load(t, s, id) != "内容" {
		t.Errorf("opening %+v", s.Opening())
	}
	if err := s.Save(id, Summary{}, []byte("x")); !errors.Is(err, ErrNewer) {
		t.Errorf("Save: %v", err)
	}
	if _, err := s.Create(Summary{}, []byte("x")); !errors.Is(err, ErrNewer) {
		t.Errorf("Create: %v", err)
	}
	closeChecked(t, s)
	if !bytes.Equal(before, readFile(t, dir)) {
		t.Error("the file was changed")
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

// TestNoStore: a file that is no store of ours is set aside, not written.
func TestNoStore(t *testing.T) {
	foreign := func(t *testing.T, dir string) []byte {
		s := open(t, dir)
		create(t, s, "甲", "内容")
		if err := s.file.db.Update(func(tx *bbolt.Tx) error { return tx.DeleteBucket(bucketMeta) }); err != nil {
			t.Fatal(err)
		}
		closeChecked(t, s)
		return readFile(t, dir)
	}
	content := func(data []byte) func(*testing.T, string) []byte {
		return func(t *testing.T, dir string) []byte {
			if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
				t.Fatal(err)
			}
			return data
		}
	}
	for name, tt := range map[string]struct {
		prepare func(*testing.T, string) []byte
		drafts  int // had back
	}{
		"zeros":                   {content(make([]byte, 64<<10)), 0},
		"text":                    {content(bytes.Repeat([]byte("文字"), 9999)), 0},
		"sound, without its head": {foreign, 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			before := tt.prepare(t, dir)
			s := open(t, dir)
			salvage := s.Opening().Salvage
			if salvage == nil || len(salvage.Drafts) != tt.drafts {
				t.Fatalf("salvaged %+v", salvage)
			}
			if kept, err := os.ReadFile(salvage.Kept); err != nil || !bytes.Equal(kept, before) {
				t.Errorf("what was there is not kept as it was: %v", err)
			}
			create(t, s, "乙", "新内容")
		})
	}
}

// TestVanished: a store file that has vanished or was emptied is never silently
// made anew.
func TestVanished(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"deleted": os.Remove,
		"emptied": func(path string) error { return os.Truncate(path, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			id := create(t, s, "甲", "内容")
			b, err := s.Backup()
			if err != nil {
				t.Fatal(err)
			}
			closeChecked(t, s)
			if err := spoil(filepath.Join(dir, fileName)); err != nil {
				t.Fatal(err)
			}
			for range 2 { // a refusal frees the lock
				_, err = Open(dir, Options{})
				var missing *MissingError
				if !errors.As(err, &missing) || len(missing.Backups) != 1 || missing.Backups[0].Path != b.Path {
					t.Fatalf("Open: %v", err)
				}
			}
			if err := Restore(dir, b.Path, Options{}); err != nil {
				t.Fatal(err)
			}
			if got := load(t, open(t, dir), id); got != "内容" {
				t.Errorf("restored %q", got)
			}
		})
	}
}

// TestForget: an empty store in the place of a vanished one, on the user's word.
func TestForget(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	create(t, s, "甲", "内容")
	closeChecked(t, s)
	if err := os.Truncate(filepath.Join(dir, fileName), 0); err != nil {
		t.Fatal(err)
	}
	if err := Forget(dir); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if list, err := s.List(); err != nil || len(list) != 0 {
		t.Errorf("list %v, %v", list, err)
	}
}

// TestDamagedRecord flips bits of one draft's record: it is refused, the
// others are read, the list goes on.
func TestDamagedRecord(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	good := create(t, s, "好", strings.Repeat("好内容", 100))
	bad := create(t, s, "坏", strings.Repeat("坏内容", 100))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, fileName)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; ; {
		i := bytes.Index(data[at:], frameMagic[:])
		if i < 0 {
			break
		}
		at += i
		if ID(data[at+40:at+56]) == bad {
			data[at+90] ^= 0x10 // in the body
		}
		at += len(frameMagic)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if _, err := s.Load(bad); !errors.Is(err, ErrDamaged) {
		t.Errorf("damaged draft: %v", err)
	}
	if got := load(t, s, good); got != strings.Repeat("好内容", 100) {
		t.Error("the good draft was read wrongly")
	}
	list, err := s.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("list %v, %v", list, err)
	}
	for _, sum := range list {
		if sum.Damaged != (sum.ID == bad) {
			t.Errorf("%s: damaged %v", sum.ID, sum.Damaged)
		}
	}
}

// TestRecordInWrongPlace: a whole record of another draft is not taken for this
// one's, and the next save puts the right one in its place.
func TestRecordInWrongPlace(t *testing.T) {
	s := open(t, t.TempDir())
	id, other := create(t, s, "甲", "甲的内容"), create(t, s, "乙", "乙的内容")
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		drafts, summaries := tx.Bucket(bucketDrafts), tx.Bucket(bucketSummary)
		return errors.Join(
			drafts.Bucket(id[:]).Put(keyCurrent, bytes.Clone(drafts.Bucket(other[:]).Get(keyCurrent))),
			summaries.Put(id[:], bytes.Clone(summaries.Get(other[:]))),
		)
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load(id); !errors.Is(err, ErrDamaged) {
		t.Errorf("Load: %v", err)
	}
	list, err := s.List()
	if err != nil || len(list) != 2 {
		t.Fatalf("list %v, %v", list, err)
	}
	for _, sum := range list {
		if sum.Damaged != (sum.ID == id) || sum.Damaged && sum.Agency != "" {
			t.Errorf("listed %+v", sum)
		}
	}
	if err := s.Save(id, Summary{Agency: "甲"}, []byte("乙的内容")); err != nil {
		t.Fatal(err)
	}
	if got := load(t, s, id); got != "乙的内容" {
		t.Errorf("loaded %q", got)
	}
}

// TestSpoiltWhileOpen: whatever another program does to the file while it is
// open, nothing faults, what was saved is there or had back from the backup, and
// saving goes on.
func TestSpoiltWhileOpen(t *testing.T) {
	long := strings.Repeat("内容", 9000)
	for name, spoil := range map[string]func(path string) error{
		"deleted":   os.Remove,
		"truncated": func(path string) error { return os.Truncate(path, 0) },
		"cut off":   func(path string) error { return os.Truncate(path, 9000) },
		"replaced": func(path string) error {
			return errors.Join(os.WriteFile(path+"2", []byte("别的文件"), 0o600), os.Rename(path+"2", path))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir)
			id, other := create(t, s, "甲", long), create(t, s, "乙", "乙的内容")
			if _, err := s.Backup(); err != nil {
				t.Fatal(err)
			}
			if err := spoil(filepath.Join(dir, fileName)); err != nil {
				t.Fatal(err)
			}
			_, _ = s.Load(id) // it may fail, but not fault
			err := s.Save(id, Summary{Agency: "甲"}, []byte(long+"新"))
			if err != nil {
				err = s.Save(id, Summary{Agency: "甲"}, []byte(long+"新"))
			}
			if err != nil {
				t.Fatalf("saving does not go on: %v", err)
			}
			if got := load(t, s, other); got != "乙的内容" {
				t.Errorf("the other draft: %q", got)
			}
			closeChecked(t, s)
			s = open(t, dir)
			if got := load(t, s, id); got != long+"新" {
				t.Error("other content after reopening")
			}
			if name == "replaced" {
				kept, err := filepath.Glob(filepath.Join(dir, fileName+".replaced-*"))
				if err != nil || len(kept) != 1 {
					t.Errorf("the file put in its place: %v, %v", kept, err)
				}
			}
		})
	}
}

// TestSystemError: the system's error is found though bbolt made it a mere text.
func TestSystemError(t *testing.T) {
	for _, want := range asText {
		for _, err := range []error{
			fmt.Errorf("file resize error: %s", want), //nolint:errorlint // as bbolt does
			fmt.Errorf("save draft: %w", &os.PathError{Op: "write", Path: "drafts.db", Err: want}),
		} {
			if got, ok := SystemError(err); !ok || got != want {
				t.Errorf("%v: %v, %v", err, got, ok)
			}
		}
	}
	if got, ok := SystemError(errors.New("strange")); ok {
		t.Errorf("%v in an error that has none", got)
	}
}

func TestDefaultDir(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "/data")
	if got, err := DefaultDir(); err != nil || got != "/data/nianbao" {
		t.Errorf("%q, %v", got, err)
	}
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("HOME", "/home/甲")
	if got, err := DefaultDir(); err != nil || got != "/home/甲/.local/share/nianbao" {
		t.Errorf("%q, %v", got, err)
	}
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

func BenchmarkList1000(b *testing.B) {
	s := open(b, b.TempDir())
	if err := s.file.db.Update(func(tx *bbolt.Tx) error {
		for i := range 1000 {
			id := newID(time.Now())
			packed, err := packJSON(Summary{Agency: fmt.Sprint(i), Updated: time.Now()})
			if err != nil {
				return err
			}
			if err := tx.Bucket(bucketSummary).Put(id[:], encode(frame{kind: kindSummary, id: id}, packed)); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if list, err := s.List(); err != nil || len(list) != 1000 {
			b.Fatal(len(list), err)
		}
	}
}
