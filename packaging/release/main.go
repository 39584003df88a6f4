// Release makes what is given out with the programs: release notes from the
// change log, and archives that every Windows unpacks with the right names.
//
//	release notes VERSION < CHANGELOG.md
//	release zip OUT.zip FOLDER
package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "notes":
		text, err := io.ReadAll(in)
		if err != nil {
			return fmt.Errorf("change log: %w", err)
		}
		notes, err := notes(string(text), args[1])
		if err != nil {
			return err
		}
		_, err = io.WriteString(out, notes)
		return err
	case len(args) == 3 && args[0] == "zip":
		seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
		if err != nil {
			return fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
		}
		return archive(args[1], args[2], time.Unix(seconds, 0).UTC())
	}
	return errors.New("usage: release notes VERSION < CHANGELOG.md | release zip OUT.zip FOLDER")
}

// notes is the chapter of a change log about a version, or the one of what has
// no version yet, with the head that release notes have.
func notes(log, version string) (string, error) {
	const unreleased = "未发布"
	chapters := map[string]string{}
	for _, chapter := range strings.Split("\n"+log, "\n## ")[1:] {
		title, text, _ := strings.Cut(chapter, "\n")
		name, _, _ := strings.Cut(strings.Trim(title, "[] "), " ") // "1.2.0 - 2027-01-20"
		chapters[strings.TrimRight(name, "]")] = strings.TrimSpace(text)
	}
	text := chapters[version]
	if text == "" {
		text = chapters[unreleased]
	}
	if text == "" {
		return "", fmt.Errorf("the change log has neither %s nor %s", version, unreleased)
	}
	return "# 公开年报 " + version + "\n\n" + text + "\n", nil
}

// archive packs a folder, its own name in front, every file with the same time.
func archive(path, folder string, at time.Time) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	z := zip.NewWriter(f)
	root := filepath.Dir(filepath.Clean(folder))
	err = filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return pack(z, root, name, entry, at)
	})
	if err = errors.Join(err, z.Close()); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	return nil
}

func pack(z *zip.Writer, root, name string, entry fs.DirEntry, at time.Time) error {
	inside, err := filepath.Rel(root, name)
	if err != nil {
		return fmt.Errorf("name: %w", err)
	}
	header := &zip.FileHeader{Name: filepath.ToSlash(inside), Method: zip.Deflate, Modified: at}
	if entry.IsDir() {
		header.Name, header.Method = header.Name+"/", zip.Store
		header.SetMode(fs.ModeDir | 0o755)
		_, err := z.CreateHeader(header)
		return err //nolint:wrapcheck // archive does
	}
	header.SetMode(0o644)
	data, err := os.ReadFile(name)
	if err != nil {
		return err //nolint:wrapcheck // names the file
	}
	w, err := z.CreateHeader(header)
	if err == nil {
		_, err = w.Write(data)
	}
	return err //nolint:wrapcheck // archive does
}
