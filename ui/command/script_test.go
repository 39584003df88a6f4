package command

import (
	"bytes"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"nianbao/fonts/handmade"
)

// TestMain makes this test program the command line that the scripts run.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"nianbao": func() {
			args := os.Args[1:]
			if len(args) == 0 {
				args = []string{"help"}
			}
			os.Exit(Run(args, Environment{
				Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
				Now: time.Now, Version: "0.0.0",
			}))
		},
	})
}

// TestScripts runs whole programs: see testdata/script. They have no home, no
// display and no X libraries' variables.
func TestScripts(t *testing.T) {
	faces, err := filepath.Abs("../../fonts")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", "")
			e.Setenv("GORACE", "atexit_sleep_ms=0") // else every program waits a second
			e.Setenv("DISPLAY", "")
			e.Setenv("FACES", faces)
			return nil
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"zeros":   zeros,
			"unhex":   unhex,
			"readenv": readenv,
			"collect": collect,
			"summary": summary,
			"wrong":   wrong,
			"replace": replace,
			"status":  exits,
			"spoil":   func(ts *testscript.TestScript, _ bool, args []string) { spoil(ts, args[0], false) },
			"destroy": func(ts *testscript.TestScript, _ bool, args []string) { spoil(ts, args[0], true) },
		},
	})
}

// readenv puts what the last command wrote into a variable: readenv NAME.
func readenv(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

// collect joins face files to a collection: collect OUT FACE...
func collect(ts *testscript.TestScript, _ bool, args []string) {
	var faces [][]byte
	for _, name := range args[1:] {
		faces = append(faces, []byte(ts.ReadFile(name)))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), handmade.Collection(faces...), 0o600))
}

// spoil damages a store: its structure, and with bodies all records too.
func spoil(ts *testscript.TestScript, name string, bodies bool) {
	data, err := os.ReadFile(ts.MkAbs(name))
	ts.Check(err)
	const page = 4096
	for at := 2 * page; at < len(data); at += page {
		data[at] ^= 1 // each page's number
	}
	for at := 0; bodies; at++ {
		i := bytes.Index(data[at:], []byte("\x93TYD"))
		if i < 0 {
			break
		}
		at += i
		data[at+100] ^= 1
	}
	ts.Check(os.WriteFile(ts.MkAbs(name), data, 0o600))
}

// wrong writes the sample's report file with one error: a cell left blank in the
// table of legal remedies.
func wrong(ts *testscript.TestScript, _ bool, args []string) {
	const cell = `"disputes.review.upheld": "0"`
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, cell) {
		ts.Fatalf("%s has no %s", args[0], cell)
	}
	changed := strings.Replace(text, cell, `"disputes.review.upheld": ""`, 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(changed), 0o600))
}

// replace writes a file with other words in it: replace FILE BEFORE AFTER OUT.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s has no %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o600))
}

// exits runs a program that has to end with an exit status: status 2 PROGRAM...
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	var ended *exec.ExitError
	got := 0
	if errors.As(err, &ended) {
		got = ended.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s: %v", got, args[0], err)
	}
}

// summary changes one bit in what a store's list shows of its one draft.
func summary(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	const kind, header = 9, 88 // see model/store/frame.go; a summary's kind is 3
	hit := false
	for at := 0; ; at += header {
		i := bytes.Index(data[at:], []byte("\x93TYD\r\n"))
		if i < 0 {
			break
		}
		at += i
		if data[at+kind] == 3 {
			data[at+header] ^= 4
			hit = true
		}
	}
	if !hit {
		ts.Fatalf("%s holds no summary", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// zeros makes a file of nothing but zero bytes: zeros NAME MEGABYTES.
func zeros(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 || args[1] != "5" {
		ts.Fatalf("usage: zeros file 5")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), make([]byte, 5<<20), 0o644))
}

// unhex makes a file of the given bytes: unhex NAME d0cf11e0.
func unhex(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}
