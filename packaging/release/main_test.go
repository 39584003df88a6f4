package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestNotes(t *testing.T) {
	const log = "# 变更记录\n\n## 未发布\n\n- 正在做。\n\n## [1.2.0] - 2027-01-20\n\n### 新增\n\n- 打印。\n\n## 1.1.0 - 2026-12-01\n\n- 旧的。\n"
	for version, want := range map[string]string{
		"1.2.0": "# 公开年报 1.2.0\n\n### 新增\n\n- 打印。\n",
		"1.1.0": "# 公开年报 1.1.0\n\n- 旧的。\n",
		"1.3.0": "# 公开年报 1.3.0\n\n- 正在做。\n",
	} {
		if got, err := notes(log, version); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", version, got, err, want)
		}
	}
	if got, err := notes("# 变更记录\n", "1.0.0"); err == nil {
		t.Errorf("notes of an empty log: %q", got)
	}
}

// TestArchive: names are marked as UTF-8, and the same folder gives the same
// bytes whenever its files were written.
func TestArchive(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "公开年报")
	if err := os.MkdirAll(filepath.Join(folder, "nianbao-data"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "使用说明.txt")
	if err := os.WriteFile(file, []byte("双击"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2027, 1, 20, 8, 30, 0, 0, time.UTC)
	var packed [2][]byte
	for i := range packed {
		out := filepath.Join(t.TempDir(), "a.zip")
		if err := archive(out, folder, at); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		packed[i] = data
		if err := os.Chtimes(file, at, at.AddDate(-1, 0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(packed[0], packed[1]) {
		t.Error("two archives of the same folder differ")
	}
	z, err := zip.NewReader(bytes.NewReader(packed[0]), int64(len(packed[0])))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		const utf8 = 0x800
		if f.Flags&utf8 == 0 {
			t.Errorf("%s: name without the mark of UTF-8", f.Name)
		}
	}
	if len(names) != 3 || names[0] != "公开年报/" || names[1] != "公开年报/nianbao-data/" || names[2] != "公开年报/使用说明.txt" {
		t.Errorf("names %q", names)
	}
}
