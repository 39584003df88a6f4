// Package powercut tests what a power cut leaves of the files that a program was
// writing. It records, with strace, what the program asks of the disk, and makes
// every state again that a disk may be in when the power fails in between: what has
// not been flushed is there, or not, or in part. Only tests use it.
package powercut

import (
	"encoding/hex"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// event is one thing that the program asked of the disk, or told its user.
type event struct {
	file *inode // written to, or flushed
	write
	sync  bool
	dir   string            // whose names are flushed
	names map[string]*inode // names given, or with nil taken, together
	told  int               // what was acknowledged; 0 for nothing
}

// write is one change of a file's content.
type write struct {
	at   int64 // where data go; the new length, for a truncation
	data []byte
	cut  bool // a truncation
}

// inode is a file, whatever its name.
type inode struct {
	before []byte // what it held when the recording began
	now    []byte
}

// Recording is what a program asked of the disk, in order.
type Recording struct {
	dir    string
	names  map[string]*inode // when it began
	events []event
}

// Record runs a program and records what it does to the files of a folder. What it
// writes to its standard output, a number a line, is what it has told its user: of
// this much it has said that it is safe. The test is skipped where no program can be
// traced.
func Record(t testing.TB, dir string, cmd *exec.Cmd) *Recording {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		t.Fatal(err)
	}
	r := &recorder{
		t: t, Recording: &Recording{dir: dir, names: map[string]*inode{}},
		names: map[string]*inode{}, open: map[string]*handle{}, unfinished: map[string]string{},
	}
	r.look()
	log := filepath.Join(t.TempDir(), "log")
	traced := exec.Command(strace, append([]string{
		"-f", "-qq", "-xx", "-s", "100000000", "-o", log,
		"-e", "trace=openat,read,write,pwrite64,lseek,copy_file_range,sendfile,ftruncate,fsync,fdatasync,close," +
			"rename,renameat,renameat2,linkat,unlinkat,unlink",
	}, cmd.Args...)...)
	traced.Env, traced.Dir, traced.Stdin = cmd.Env, cmd.Dir, cmd.Stdin
	if out, err := traced.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "Operation not permitted") {
			t.Skip("this system lets nobody trace a process")
		}
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		r.line(strings.TrimSuffix(line, "\n"))
	}
	return r.Recording
}

// recorder follows the calls of a program.
type recorder struct {
	*Recording
	t          testing.TB
	names      map[string]*inode // as the program sees them
	open       map[string]*handle
	unfinished map[string]string // the beginning of a thread's call
}

// handle is an open file or folder.
type handle struct {
	file *inode
	at   int64
	dir  string // of a folder
	path string // of a file outside the folder
}

// look reads what is there before.
func (r *recorder) look() {
	err := filepath.WalkDir(r.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		f := &inode{before: data, now: data}
		r.names[path], r.Recording.names[path] = f, f
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
}

var call = regexp.MustCompile(`^(\w+)\((.*)\)\s+= (-?\d+)`)

// line takes over a line of strace's.
func (r *recorder) line(line string) {
	pid, text, _ := strings.Cut(line, " ")
	text = strings.TrimSpace(text)
	if begin, ok := strings.CutSuffix(text, " <unfinished ...>"); ok {
		r.unfinished[pid] = begin
		return
	}
	if _, rest, ok := strings.Cut(text, " resumed>"); ok && strings.HasPrefix(text, "<... ") {
		text = r.unfinished[pid] + rest
	}
	m := call.FindStringSubmatch(text)
	if m == nil || m[3][0] == '-' { // no call, or a refused one
		return
	}
	r.call(m[1], strings.Split(m[2], ", "), r.number(m[3]))
}

func (r *recorder) call(name string, args []string, result int64) {
	h := r.open[args[0]]
	switch name {
	case "openat":
		r.opened(r.unhex(args[1]), args[2], strconv.FormatInt(result, 10))
		return
	case "rename":
		r.rename(r.unhex(args[0]), r.unhex(args[1]))
		return
	case "renameat", "renameat2":
		r.rename(r.unhex(args[1]), r.unhex(args[3]))
		return
	case "linkat":
		if from := r.names[r.unhex(args[1])]; from != nil {
			r.name(map[string]*inode{r.unhex(args[3]): from})
		}
		return
	case "unlink":
		r.unlink(r.unhex(args[0]))
		return
	case "unlinkat":
		r.unlink(r.unhex(args[1]))
		return
	case "copy_file_range": // in, its place, out, its place, how much
		r.copied(h, r.open[args[2]], result)
		return
	case "sendfile": // out, in, its place, how much
		r.copied(r.open[args[1]], h, result)
		return
	case "write":
		if args[0] == "1" {
			r.events = append(r.events, event{told: int(r.number(strings.TrimSpace(r.unhex(args[1]))))})
			return
		}
	}
	if h == nil {
		return
	}
	switch name {
	case "read":
		h.at += result
	case "lseek":
		h.at = result
	case "write":
		r.write(h.file, write{at: h.at, data: []byte(r.unhex(args[1]))})
		h.at += result
	case "pwrite64":
		r.write(h.file, write{at: r.number(args[3]), data: []byte(r.unhex(args[1]))})
	case "ftruncate":
		r.write(h.file, write{at: r.number(args[1]), cut: true})
	case "fsync", "fdatasync":
		r.events = append(r.events, event{file: h.file, dir: h.dir, sync: true})
	case "close":
		delete(r.open, args[0])
	}
}

func (r *recorder) opened(path, flags, as string) {
	delete(r.open, as)
	within := strings.HasPrefix(path, r.dir+"/")
	switch {
	case !within && path != r.dir:
		r.open[as] = &handle{path: path, file: nil}
		return
	case path == r.dir || r.isFolder(path):
		r.open[as] = &handle{dir: path}
		return
	}
	f := r.names[path]
	if f == nil {
		f = &inode{}
		r.name(map[string]*inode{path: f})
	}
	r.open[as] = &handle{file: f}
	if strings.Contains(flags, "O_TRUNC") {
		r.write(f, write{cut: true})
	}
}

// isFolder asks the disk as it is now: folders stay where they are.
func (r *recorder) isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// copied has the system copy from one file to another.
func (r *recorder) copied(from, to *handle, n int64) {
	if from == nil || to == nil || to.file == nil {
		return
	}
	data := []byte(nil)
	if from.file != nil {
		data = from.file.now
	} else if text, err := os.ReadFile(from.path); err == nil {
		data = text
	}
	end := min(from.at+n, int64(len(data)))
	r.write(to.file, write{at: to.at, data: append([]byte(nil), data[min(from.at, end):end]...)})
	from.at, to.at = from.at+n, to.at+n
}

func (r *recorder) write(f *inode, w write) {
	if f == nil {
		return
	}
	f.now = w.apply(append([]byte(nil), f.now...))
	r.events = append(r.events, event{file: f, write: w})
}

func (r *recorder) rename(from, to string) {
	if f := r.names[from]; f != nil {
		r.name(map[string]*inode{from: nil, to: f})
	}
}

func (r *recorder) unlink(path string) {
	if r.names[path] != nil {
		r.name(map[string]*inode{path: nil})
	}
}

// name gives and takes names.
func (r *recorder) name(names map[string]*inode) {
	for path, f := range names {
		r.names[path] = f
	}
	r.events = append(r.events, event{names: names})
}

// unhex reads a string as strace writes it: every byte as \x and two digits.
func (r *recorder) unhex(s string) string {
	data, err := hex.DecodeString(strings.ReplaceAll(strings.Trim(s, `"`), `\x`, ""))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

func (r *recorder) number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		r.t.Fatal(err)
	}
	return n
}
