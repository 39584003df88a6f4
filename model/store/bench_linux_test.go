package store

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"nianbao/model/atomicfile"
)

// written is how many bytes this process has handed to the system (proc(5),
// /proc/pid/io, wchar).
func written(b *testing.B) float64 {
	b.Helper()
	text, err := os.ReadFile("/proc/self/io")
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "wchar: ")
	line, _, _ := strings.Cut(rest, "\n")
	n, err := strconv.ParseFloat(line, 64)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkAutosave saves a draft of 20 KB that changes each time, among others,
// beside what writing a file costs on the same disk.
func BenchmarkAutosave(b *testing.B) {
	content := draft20KB()
	change := func(n int) []byte { return append(content[:len(content)-8:len(content)-8], fmt.Sprintf("%08d", n)...) }
	b.Run("store", func(b *testing.B) {
		s := open(b, b.TempDir())
		var id ID
		for i := range 200 {
			id = create(b, s, fmt.Sprint(i), string(change(i)))
		}
		before, n := written(b), 0
		for b.Loop() {
			n++
			if err := s.Save(id, Summary{Agency: "甲"}, change(n)); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric((written(b)-before)/float64(n)/1024, "KB-written/op")
	})
	b.Run("file", func(b *testing.B) {
		path, n := filepath.Join(b.TempDir(), "x"), 0
		for b.Loop() {
			n++
			if err := atomicfile.Write(path, change(n)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestLarge measures a store of 1,000 drafts with 50 versions each: opening it
// with preflight, listing it, the memory after that. Only in the long run.
func TestLarge(t *testing.T) {
	if !*long {
		t.Skip("only in the long run")
	}
	dir := t.TempDir()
	s := open(t, dir)
	s.file.db.NoSync = true
	for i := range 1000 {
		agency := fmt.Sprintf("%d镇", i)
		id := create(t, s, agency, "0")
		for v := range 50 {
			text := incompressible(i*50+v, 6<<10) + string(draft20KB()[:14<<10])
			if err := s.Keep(id, Summary{Agency: agency, Year: 2026}, []byte(text), Note{Reason: ReasonInterval}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.file.db.Sync(); err != nil {
		t.Fatal(err)
	}
	closeChecked(t, s)
	info, err := os.Stat(filepath.Join(dir, fileName))
	if err != nil {
		t.Fatal(err)
	}
	rss := func() int {
		runtime.GC()
		text, err := os.ReadFile("/proc/self/status")
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(text), "RssAnon:")
		n, err := strconv.Atoi(strings.Fields(rest)[0])
		if err != nil {
			t.Fatal(err)
		}
		return n / 1024
	}
	_ = os.WriteFile("/proc/sys/vm/drop_caches", []byte("3"), 0) // cold, where that is allowed
	before, begin := rss(), time.Now()
	s = open(t, dir)
	opened := time.Since(begin)
	begin = time.Now()
	list, err := s.List()
	listed := time.Since(begin)
	if err != nil || len(list) != 1000 {
		t.Fatalf("%d drafts, %v", len(list), err)
	}
	t.Logf("%d MB: opened in %v, listed in %v, %d MB more memory", info.Size()>>20, opened, listed, rss()-before)
	id := list[500].ID
	begin = time.Now()
	if _, err := s.Versions(id); err != nil {
		t.Fatal(err)
	}
	t.Logf("versions of one draft listed in %v", time.Since(begin))
}
