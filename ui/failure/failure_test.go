package failure

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/atomicfile"
	"nianbao/model/golden"
	"nianbao/model/reportfile"
	"nianbao/model/store"
	"nianbao/ui/printer"
)

// doings are all that the program does.
func doings() []Doing {
	return []Doing{
		Something(), Exporting("年报.pdf"), Opening("年报.nianbao"), OpeningDrafts(), SavingDraft(), LoadingDraft(),
		ChangingDrafts(), BackingUp(), Remembering(), Listing("D:\\资料"), Printing(),
	}
}

// errorOf is an error with a cause, as the system and the packages below give it.
func errorOf(t *testing.T, c cause) error {
	t.Helper()
	if c == unknown {
		return errors.New("strange")
	}
	for _, s := range append(systemCauses, generalCauses...) {
		if s.cause == c {
			return fmt.Errorf("write: %w", &fs.PathError{Op: "open", Path: "/x", Err: s.err})
		}
	}
	t.Fatalf("no number of the system stands for cause %d", c)
	return nil
}

// others are errors that have no cause in the system.
func others(t *testing.T) []error {
	t.Helper()
	_, damaged := reportfile.Read([]byte("{\n\"format\": 3}"))
	_, year := model.New(1999, model.Agency{})
	when := time.Date(2027, 1, 12, 9, 30, 0, 0, time.Local)
	return []error{
		damaged, year, printer.ErrNone, printer.ErrOpened, errors.New("lp: The printer or class does not exist."),
		&atomicfile.HeldError{Path: "/x", By: []string{"WPS Office", "Adobe Acrobat"}, Err: fs.ErrPermission},
		fmt.Errorf("年报: %w", atomicfile.ErrNotRegular),
		&store.InUseError{PID: 4711, Since: when}, &store.MissingError{Dir: "/d"},
		&store.MissingError{Dir: "/d", Backups: []store.Backup{{Time: when}}},
		store.ErrNotFound, store.ErrDamaged, store.ErrNewer, store.ErrBackup, store.ErrTooLarge, store.ErrFull,
		Exporting("内层.pdf").Wrap(errorOf(t, space)),
	}
}

// TestWords holds the sentence for each error and each thing that was being done
// against what was read and found right.
func TestWords(t *testing.T) {
	var all strings.Builder
	for _, d := range doings() {
		fmt.Fprintf(&all, "## %s\n", (&Error{d, errors.New("…")}).Error())
		for c := range causes {
			fmt.Fprintf(&all, "%s\n", d.Words(errorOf(t, c)))
		}
		for _, err := range others(t) {
			fmt.Fprintf(&all, "%s\n", d.Words(err))
		}
		fmt.Fprintln(&all)
	}
	golden.Compare(t, "words.golden", all.String())
}

// TestWordsAreTrue: only what is about drafts speaks of drafts, only saving says
// that a change is not saved, and nothing of the system's own English is left.
func TestWordsAreTrue(t *testing.T) {
	aboutDrafts := map[act]bool{opening: true, saving: true, loading: true, changing: true, backingUp: true, remembering: true}
	for _, d := range doings() {
		for c := range causes {
			err := errorOf(t, c)
			words := d.Words(err)
			if !aboutDrafts[d.act] && strings.Contains(words, "草稿") {
				t.Errorf("%d of a file speaks of drafts: %s", c, words)
			}
			if d.act != saving && strings.Contains(words, "本次修改") {
				t.Errorf("%d says that a change is lost: %s", c, words)
			}
			if d.act == saving && !strings.Contains(words, "本次修改") {
				t.Errorf("%d does not say whether the change is saved: %s", c, words)
			}
			if !strings.HasSuffix(words, "。") || strings.Contains(words, "。。") || strings.Contains(words, "%!") {
				t.Errorf("%d is no sentence: %s", c, words)
			}
			if c != unknown && (strings.Contains(words, "/x") || strings.Contains(words, "open")) {
				t.Errorf("%d speaks English: %s", c, words)
			}
			if c == unknown && !strings.Contains(words, "strange") {
				t.Errorf("there is nothing to tell the administrator: %s", words)
			}
		}
	}
}

// TestSystemCauses: what the system really says is known, not just its numbers.
func TestSystemCauses(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "文件")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, path string
		want       string
	}{
		{"below a file", filepath.Join(file, "年报.pdf"), "路径中间有一段是文件，不是文件夹。请核对文件夹的名字。"},
		{"no folder", filepath.Join(dir, "没有", "年报.pdf"), "没有这个文件夹。请核对文件夹的名字。"},
		{"over a folder", dir, "这个名字是文件夹或设备，不是文件。请换一个文件名。"},
		{"long", filepath.Join(dir, strings.Repeat("长", 300)+".pdf"), "名字太长，或者有这个磁盘不能用的字。请取一个短些、简单些的文件名。"},
		{"nul", filepath.Join(dir, "年\x00报.pdf"), "名字太长，或者有这个磁盘不能用的字。请取一个短些、简单些的文件名。"},
	}
	for _, tt := range tests {
		err := atomicfile.Write(tt.path, []byte("x"))
		if err == nil {
			t.Fatalf("%s: written", tt.name)
		}
		if got, want := Exporting("年报.pdf").Words(err), "“年报.pdf”没有写成："+tt.want; got != want {
			t.Errorf("%s: %v\n%s\nwant:\n%s", tt.name, err, got, want)
		}
	}
	if _, err := os.Open(filepath.Join(dir, "没有.nianbao")); Opening("没有.nianbao").Words(err) != "“没有.nianbao”没有打开：找不到它。请核对文件名和所在的文件夹。" {
		t.Errorf("%s", Opening("没有.nianbao").Words(err))
	}
}

// TestWrap: what was being done nearer to the error wins, and errors.As still finds
// what is within.
func TestWrap(t *testing.T) {
	inner := Exporting("甲.pdf").Wrap(fs.ErrPermission)
	err := fmt.Errorf("outer: %w", inner)
	if got := ChangingDrafts().Words(err); !strings.HasPrefix(got, "“甲.pdf”没有写成") || got != Words(err) {
		t.Errorf("%s", got)
	}
	if !errors.Is(err, fs.ErrPermission) || Exporting("x").Wrap(nil) != nil {
		t.Error("the cause is lost, or there is one where there was none")
	}
	if got := inner.Error(); got != "write 甲.pdf: permission denied" {
		t.Errorf("for developers: %s", got)
	}
}
