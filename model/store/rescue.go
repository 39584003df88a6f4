package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"nianbao/model/atomicfile"
)

// A rescue file holds the text of a draft that could not be saved. It is a
// report file like any other, so that it can be opened by hand.
const (
	rescueFolder = "rescue"
	rescuePrefix = "应急副本-"
	rescueEnding = ".nianbao"
)

// Rescue writes content that could not be saved to a file: in the store's
// folder, or elsewhere where that is full or gone. The next save of the draft
// takes the file away.
func (s *Store) Rescue(id ID, sum Summary, content []byte) (path string, err error) {
	label := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, sum.Agency)
	const longest = 40 // characters; a file name may have 255 bytes
	if runes := []rune(label); len(runes) > longest {
		label = string(runes[:longest])
	}
	file := fmt.Sprintf("%s%s%d-%s%s", rescuePrefix, label, sum.Year, id, rescueEnding)
	for _, dir := range s.rescuePlaces() {
		path := filepath.Join(dir, file)
		wrong := os.MkdirAll(dir, 0o700)
		if wrong == nil {
			wrong = atomicfile.Write(path, content)
		}
		if wrong == nil {
			s.rescued.Store(id, path)
			return path, nil
		}
		err = errors.Join(err, wrong)
	}
	return "", fmt.Errorf("rescue draft %s: %w", id, err)
}

// rescuePlaces are tried in turn.
func (s *Store) rescuePlaces() []string {
	places := []string{filepath.Join(s.dir, rescueFolder)}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, home)
	}
	return append(places, os.TempDir())
}

// saved takes away the rescue file of a draft that has been saved since.
func (s *Store) saved(id ID) {
	if path, ok := s.rescued.LoadAndDelete(id); ok {
		_ = os.Remove(path.(string)) // at worst it is found at the next start, and is nothing new
	}
}

// takeRescued takes rescue files of earlier runs up into their drafts, each as
// the current state, with the state before kept as a version. What cannot be
// taken up stays where it is.
func (s *Store) takeRescued() ([]Summary, error) {
	var taken []Summary
	for _, dir := range s.rescuePlaces() {
		files, _ := filepath.Glob(filepath.Join(dir, rescuePrefix+"*"+rescueEnding)) // the pattern is right
		for _, path := range files {
			sum, err := s.takeRescue(path)
			if err != nil {
				return taken, err
			}
			if sum.ID != (ID{}) {
				taken = append(taken, sum)
			}
		}
	}
	return taken, nil
}

func (s *Store) takeRescue(path string) (Summary, error) {
	stem := strings.TrimSuffix(filepath.Base(path), rescueEnding)
	id, err := ParseID(stem[strings.LastIndex(stem, "-")+1:])
	info, statErr := os.Stat(path)
	if errors.Join(err, statErr) != nil || info.Size() > maxContent || s.options.Summarise == nil {
		return Summary{}, nil //nolint:nilerr // no rescue file of ours
	}
	content, err := os.ReadFile(path)
	var sum Summary
	if err == nil {
		sum, err = s.options.Summarise(content)
	}
	if err != nil {
		return Summary{}, nil //nolint:nilerr // unreadable, or not whole: it stays to be looked at by hand
	}
	sum.ID, sum.Updated = id, info.ModTime()
	same, err := s.unchanged(id, hashOf(content), sum)
	switch {
	case errors.Is(err, ErrNotFound):
		err = s.put(id, sum, content)
	case err == nil && same:
		return Summary{}, removeIfThere(path)
	}
	if err == nil {
		err = s.Replace(id, sum, content, ReasonRescued)
	}
	if err != nil {
		return Summary{}, fmt.Errorf("take up %s: %w", path, err)
	}
	return sum, removeIfThere(path)
}
