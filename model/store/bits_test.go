package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSingleBits changes one bit at many places of a store's file: what the list
// shows is right or told of, and content is had back, or its loss is told of.
func TestSingleBits(t *testing.T) {
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	ids := map[ID]string{}
	for i := range 3 {
		agency := fmt.Sprintf("%d镇", i)
		ids[create(t, s, agency, agency+":内容")] = agency
	}
	closeChecked(t, s)
	sound := readFile(t, dir)
	random := rand.New(rand.NewPCG(7, 8))
	places := 150
	if *long {
		places = 40000
	}
	mended := 0
	for range places {
		data := bytes.Clone(sound)
		at, bit := random.IntN(len(data)), random.IntN(8)
		for data[at] == 0 { // mostly unused room
			at = random.IntN(len(data))
		}
		data[at] ^= 1 << bit
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(dir, Options{Summarise: summarise})
		if err != nil {
			t.Errorf("byte %d, bit %d: %v", at, bit, err)
			continue
		}
		list, err := s.List()
		words := strings.Join(s.Opening().Words(), "")
		mended += len(s.Opening().Mended)
		if err != nil || len(list) != len(ids) && s.Opening().Salvage == nil {
			t.Errorf("byte %d, bit %d: %d drafts, %v, words %q", at, bit, len(list), err, words)
		}
		if salvage := s.Opening().Salvage; salvage != nil {
			for _, d := range salvage.Drafts {
				if ids[d.ID] == "" {
					t.Errorf("byte %d, bit %d: a draft that was never there: %q", at, bit, words)
				}
			}
		}
		for _, sum := range list {
			if sum.Damaged || sum.Agency != ids[sum.ID] || sum.Year != 2026 {
				t.Errorf("byte %d, bit %d: listed %+v, words %q", at, bit, sum, words)
			}
			content, err := s.Load(sum.ID)
			if err == nil && string(content) != ids[sum.ID]+":内容" || err != nil && (!errors.Is(err, ErrDamaged) || !strings.Contains(words, sum.Agency)) {
				t.Errorf("byte %d, bit %d: %q, %v, words %q", at, bit, content, err, words)
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d places, %d summaries made anew", places, mended)
	if mended == 0 {
		t.Error("no summary was hit: nothing was tested")
	}
}
