//go:build unix

package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// seen is what a process finds in a store.
type seen struct {
	Refused  string              // the store did not open
	Words    []string            // what it says about the opening
	Drafts   map[string]string   // content by ID
	Damaged  []string            // IDs whose content is refused
	Versions map[string][]string // contents of versions by ID
}

// look opens a store and reads everything.
func look(dir string) seen {
	found := seen{Drafts: map[string]string{}, Versions: map[string][]string{}}
	s, err := Open(dir, Options{Summarise: summarise})
	if err != nil {
		found.Refused = err.Error()
		return found
	}
	found.Words = s.Opening().Words()
	list, err := s.List()
	if err != nil {
		found.Words = append(found.Words, err.Error())
	}
	for _, d := range list {
		content, err := s.Load(d.ID)
		if err != nil {
			found.Damaged = append(found.Damaged, d.ID.String())
		} else {
			found.Drafts[d.ID.String()] = string(content)
		}
		versions, _ := s.Versions(d.ID)
		for _, v := range versions {
			if content, err := s.LoadVersion(d.ID, v.Seq); err == nil {
				found.Versions[d.ID.String()] = append(found.Versions[d.ID.String()], string(content))
			}
		}
	}
	if err := s.Close(); err != nil {
		found.Words = append(found.Words, err.Error())
	}
	return found
}

// lookApart does that in a process of its own, which damage may kill.
func lookApart(t *testing.T, dir string) seen {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	const patience = 20 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0", "STORE_TEST_DIR="+dir, "STORE_TEST_ROLE=look")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the process that opens the store: %v (after %v at most)", err, patience)
	}
	var found seen
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return found
}

// library is a store with a life behind it, and an older copy of its file.
func library(t *testing.T, random *rand.Rand) (data, old, known []byte, truth seen) {
	t.Helper()
	dir := t.TempDir()
	s := openWith(t, dir, Options{})
	text := func(agency string, n int) string {
		var b strings.Builder
		b.WriteString(agency + ":")
		for range n {
			b.WriteRune(rune(0x4E00 + random.IntN(5000)))
		}
		return b.String()
	}
	var ids []ID
	for i := range 25 {
		agency := fmt.Sprintf("%d镇", i)
		ids = append(ids, create(t, s, agency, text(agency, 500+random.IntN(6000))))
	}
	for round := range 6 {
		for i, id := range ids {
			agency := fmt.Sprintf("%d镇", i)
			sum := Summary{Agency: agency, Year: 2026, Updated: time.Now()}
			if err := s.Keep(id, sum, []byte(text(agency, 500+random.IntN(6000))), Note{Reason: ReasonInterval}); err != nil {
				t.Fatal(err)
			}
		}
		if round == 4 {
			old = readFile(t, dir)
		}
	}
	for _, id := range ids[:5] {
		if err := s.Trash(id); err != nil {
			t.Fatal(err)
		}
	}
	closeChecked(t, s)
	data = readFile(t, dir)
	known, err := os.ReadFile(filepath.Join(dir, knownName))
	if err != nil {
		t.Fatal(err)
	}
	return data, old, known, look(dir)
}

// damage spoils a copy of a file in one of many ways.
func damage(random *rand.Rand, kind int, sound, old []byte) (name string, data []byte) {
	data = bytes.Clone(sound)
	const page = 4096
	at := func(n int) int { return random.IntN(max(1, len(data)-n)) }
	pageAt := func() int { return page * random.IntN(len(data)/page) }
	header := func(flags byte) int { // a page of this kind
		for range 10000 {
			if p := pageAt(); data[p+8] == flags && data[p+9] == 0 {
				return p
			}
		}
		return 0
	}
	flip := func(i int) { data[i] ^= 1 << random.IntN(8) }
	noise := func(from, n int) {
		for i := from; i < min(from+n, len(data)); i++ {
			data[i] = byte(random.IntN(256))
		}
	}
	switch kind % 19 {
	case 0:
		name = "a bit"
		flip(at(1))
	case 1:
		name = "sixteen bytes"
		for range 16 {
			data[at(1)] = byte(random.IntN(256))
		}
	case 2:
		name = "cut off"
		data = data[:at(1)]
	case 3:
		name = "a page of zeros"
		clear(data[pageAt():][:page])
	case 4:
		name = "a run of zeros"
		from := at(256 << 10)
		clear(data[from:min(from+random.IntN(256<<10), len(data))])
	case 5:
		name = "a run of noise"
		noise(at(32<<10), random.IntN(32<<10))
	case 6:
		name = "sectors exchanged"
		for range 8 {
			a, b := at(512)&^511, at(512)&^511
			var sector [512]byte
			copy(sector[:], data[a:])
			copy(data[a:a+512], data[b:b+512])
			copy(data[b:], sector[:])
		}
	case 7:
		name = "a stale page"
		p := page * random.IntN(len(old)/page)
		copy(data[p:p+page], old[p:p+page])
	case 8:
		name = "the first meta page"
		flip(16 + random.IntN(64))
	case 9:
		name = "the second meta page"
		flip(page + 16 + random.IntN(64))
	case 10:
		name = "both meta pages"
		clear(data[:2*page])
	case 11:
		name = "a branch"
		noise(header(0x01)+random.IntN(64), 8)
	case 12:
		name = "a leaf's header"
		noise(header(0x02)+random.IntN(32), 8)
	case 13:
		name = "the free list"
		noise(header(0x10)+random.IntN(64), 8)
	case 14:
		name = "its head lost"
		data = data[page*(1+random.IntN(4)):]
	case 15:
		name = "line ends converted"
		data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	case 16:
		name = "junk at the end"
		data = append(data, bytes.Repeat([]byte("junk"), 1+random.IntN(5000))...)
	case 17:
		name = "emptied"
		data = nil
	case 18:
		name = "an old copy"
		data = bytes.Clone(old)
	}
	return name, data
}

// TestDamage opens damaged copies of a store: no process dies or hangs, nothing
// wrong is shown without a word, and of the records most are had back.
func TestDamage(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	sound, old, known, truth := library(t, random)
	all := 0
	for _, versions := range truth.Versions {
		all += len(versions)
	}
	all += len(truth.Drafts)
	rounds := 19
	if *long {
		rounds = 2000
	}
	back, counted := 0, 0
	kinds := map[string][2]int{}
	for round := range rounds {
		name, data := damage(random, round, sound, old)
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, fileName), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if name == "an old copy" { // only what is known of the store can tell
			if err := os.WriteFile(filepath.Join(dir, knownName), known, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		found := lookApart(t, dir)
		if found.Refused != "" && name != "emptied" {
			t.Errorf("round %d, %s: refused: %s", round, name, found.Refused)
		}
		warned := len(found.Words) > 0 || found.Refused != ""
		n := 0
		for id, content := range truth.Drafts {
			got, there := found.Drafts[id]
			switch {
			case got == content:
				n++
			case !warned && (there || !strings.Contains(strings.Join(found.Damaged, " "), id)):
				t.Errorf("round %d, %s: draft %s has other content without a word", round, name, id)
			}
		}
		for id, versions := range truth.Versions {
			has := map[string]bool{}
			for _, v := range found.Versions[id] {
				has[v] = true
			}
			for _, v := range versions {
				if has[v] {
					n++
				}
			}
		}
		for id := range maps.Keys(found.Drafts) {
			if _, known := truth.Drafts[id]; !known && !warned {
				t.Errorf("round %d, %s: draft %s out of nothing", round, name, id)
			}
		}
		if name == "emptied" || name == "an old copy" {
			continue // what is not there cannot be had back
		}
		back, counted = back+n, counted+all
		k := kinds[name]
		kinds[name] = [2]int{k[0] + n, k[1] + all}
	}
	for name, k := range kinds {
		t.Logf("%-22s %5.1f %%", name, 100*float64(k[0])/float64(k[1]))
	}
	share := 100 * float64(back) / float64(counted)
	t.Logf("%d damaged copies, %.1f %% of the records had back", rounds, share)
	if share < 94 {
		t.Errorf("only %.1f %% of the records were had back", share)
	}
}
