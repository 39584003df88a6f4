package store

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// event is what the program asked of the disk, or told its user.
type event struct {
	at   int64 // where data go; the new length, for a truncation
	data []byte
	cut  bool // a truncation
	sync bool
	told int // the save that was acknowledged; 0 for none
}

var (
	wroteAt   = regexp.MustCompile(`^pwrite64\((\d+), "((?:\\x[0-9a-f]{2})*)", \d+, (\d+)\)`)
	truncated = regexp.MustCompile(`^ftruncate\((\d+), (\d+)\)`)
	synced    = regexp.MustCompile(`^fdatasync\((\d+)\)`)
	opened    = regexp.MustCompile(`^openat\(.*"((?:\\x[0-9a-f]{2})*)".*\) = (\d+)`)
	told      = regexp.MustCompile(`^write\(1, "((?:\\x[0-9a-f]{2})*)", \d+\)`)
)

// recordSaves runs a process that saves n times and records what it asks of the
// store file's disk, in order.
func recordSaves(t *testing.T, dir string, n int) []event {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	cmd := exec.Command(strace, "-f", "-qq", "-xx", "-s", "100000000", "-o", log,
		"-e", "trace=openat,pwrite64,fdatasync,ftruncate,write", program)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0", "STORE_TEST_DIR="+dir, fmt.Sprintf("STORE_TEST_ROLE=save %d", n))
	if out, err := cmd.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "Operation not permitted") {
			t.Skip("this system lets nobody trace a process")
		}
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return parseEvents(t, string(text))
}

func parseEvents(t *testing.T, text string) []event {
	t.Helper()
	var all []event
	file := "" // the descriptor of the store file
	unfinished := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		pid, call, _ := strings.Cut(line, " ")
		call = strings.TrimSpace(call)
		if begin, ok := strings.CutSuffix(call, " <unfinished ...>"); ok {
			unfinished[pid] = begin
			continue
		}
		if _, rest, ok := strings.Cut(call, " resumed>"); ok && strings.HasPrefix(call, "<... ") {
			call = unfinished[pid] + rest
		}
		if m := opened.FindStringSubmatch(call); m != nil && strings.HasSuffix(string(unhex(t, m[1])), fileName) {
			file = m[2]
		}
		if m := wroteAt.FindStringSubmatch(call); m != nil && m[1] == file {
			all = append(all, event{at: number(t, m[3]), data: unhex(t, m[2])})
		}
		if m := truncated.FindStringSubmatch(call); m != nil && m[1] == file {
			all = append(all, event{at: number(t, m[2]), cut: true})
		}
		if m := synced.FindStringSubmatch(call); m != nil && m[1] == file {
			all = append(all, event{sync: true})
		}
		if m := told.FindStringSubmatch(call); m != nil {
			all = append(all, event{told: int(number(t, strings.TrimSpace(string(unhex(t, m[1])))))})
		}
	}
	return all
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	data, err := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func number(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// apply does to an image what an event does to the file.
func apply(image []byte, e event) []byte {
	end := int(e.at) + len(e.data)
	switch {
	case e.cut && end < len(image):
		return image[:end]
	case end > len(image):
		image = append(image, make([]byte, end-len(image))...)
	}
	copy(image[e.at:], e.data)
	return image
}

// TestPowerCut cuts the power after every step of a recorded row of saves, with
// what was not yet flushed lost, kept, or kept in part: what was acknowledged is
// there, whole.
func TestPowerCut(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "0 ")
	closeChecked(t, s)
	before := readFile(t, dir)
	saves, points := 8, 0
	if *long {
		saves = 80
	}
	events := recordSaves(t, dir, saves)
	random := rand.New(rand.NewPCG(5, 6))
	durable, acknowledged := before, 0
	var pending []event
	for i, e := range events {
		switch {
		case e.told > 0:
			acknowledged = e.told
		case e.sync:
			for _, p := range pending {
				durable = apply(durable, p)
			}
			pending = nil
		default:
			pending = append(pending, e)
		}
		for _, policy := range []string{"lost", "kept", "some writes", "some sectors", "the last one torn"} {
			image := append([]byte(nil), durable...)
			for j, p := range pending {
				switch policy {
				case "kept":
				case "lost":
					continue
				case "some writes":
					if random.IntN(2) == 0 {
						continue
					}
				case "some sectors":
					p = sectors(p, random, image)
				case "the last one torn":
					if j == len(pending)-1 && !p.cut {
						p.data = p.data[:random.IntN(len(p.data))&^511]
					}
				}
				image = apply(image, p)
			}
			points++
			if bad := afterCut(t, image, id, acknowledged); bad != "" {
				t.Fatalf("after step %d of %d, unflushed writes %s: %s", i+1, len(events), policy, bad)
			}
			if len(pending) == 0 {
				break // all policies are the same
			}
		}
	}
	if acknowledged != saves {
		t.Errorf("%d of %d saves were acknowledged", acknowledged, saves)
	}
	t.Logf("%d saves, %d steps, %d power cuts", saves, len(events), points)
}

// sectors keeps a random part of a write, in the disk's units.
func sectors(p event, random *rand.Rand, image []byte) event {
	if p.cut {
		return p
	}
	const unit = 512
	torn := append([]byte(nil), p.data...)
	for at := 0; at < len(torn); at += unit {
		if random.IntN(2) == 0 {
			continue
		}
		part := torn[at:min(at+unit, len(torn))]
		clear(part)
		if from := int(p.at) + at; from < len(image) {
			copy(part, image[from:])
		}
	}
	p.data = torn
	return p
}

// afterCut opens what a power cut has left and says what is wrong with it.
func afterCut(t *testing.T, image []byte, id ID, acknowledged int) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, fileName), image, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(dir, Options{})
	if err != nil {
		return err.Error()
	}
	defer func() { _ = s.Close() }()
	if s.Opening().Salvage != nil {
		return strings.Join(s.Opening().Words(), "")
	}
	content, err := s.Load(id)
	if err != nil {
		return err.Error()
	}
	n, _, _ := strings.Cut(string(content), " ")
	found, err := strconv.Atoi(n)
	if err != nil || found < acknowledged || found > acknowledged+1 {
		return fmt.Sprintf("holds save %q, %d was acknowledged", n, acknowledged)
	}
	if found > 0 && string(content) != saveText(found) {
		return fmt.Sprintf("save %d has other content", found)
	}
	return ""
}
