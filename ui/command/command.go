// Package command is the headless command line: no display, no window
// library, no home directory needed. Its commands, messages and exit statuses
// are a contract with scripts and the county office.
package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"nianbao/export"
	"nianbao/ui/failure"
)

// Exit statuses.
const (
	exitDone    = 0
	exitFound   = 1 // check found an error, import no table, repair a loss, code a draft, scan another paper
	exitNotDone = 2 // wrong usage, unreadable or refused input, output not writable
)

// Environment is what a command may use beside its arguments: streams, clock, version.
type Environment struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
	Version        string
}

// command is one word of the command line.
type command struct {
	name    string
	usage   string // after "nianbao"
	summary string // Chinese, one line
	run     func(*call) error
}

func commands() []command {
	return []command{
		{"sample", usageSample, summarySample, runSample},
		{"new", usageNew, summaryNew, runNew},
		{"import", usageImport, summaryImport, runImport},
		{"check", usageCheck, summaryCheck, runCheck},
		{"export", fmt.Sprintf(usageExport, sheets("|")), fmt.Sprintf(summaryExport, strings.Join(export.Endings(), " ")), runExport},
		{"code", usageCode, summaryCode, runCode},
		{"scan", usageScan, summaryScan, runScan},
		{"drafts", usageDrafts, summaryDrafts, runDrafts},
		{"version", usageVersion, summaryVersion, runVersion},
	}
}

// call is one run of a command.
type call struct {
	Environment
	usage string
	args  []string
	files []string // arguments that are no options
	flags *flag.FlagSet
}

// Run carries out a command and returns the exit status. Everything it has to
// say goes to Stderr in Chinese, what was asked for to Stdout.
func Run(args []string, env Environment) int {
	out := &answer{to: env.Stdout}
	env.Stdout = out
	err := run(args, env)
	if out.err != nil && (err == nil || errors.Is(err, errFound)) {
		err = failure.Exporting(nameStdout).Wrap(out.err)
	}
	return status(err, env.Stderr)
}

// answer is what was asked for on its way to Stdout. It remembers that it did not
// arrive, so that no command has to look.
type answer struct {
	to  io.Writer
	err error // the first
}

func (a *answer) Write(p []byte) (int, error) {
	n, err := a.to.Write(p)
	if a.err == nil {
		a.err = err
	}
	return n, err //nolint:wrapcheck // it is the writer's own
}

func run(args []string, env Environment) error {
	switch args[0] {
	case "help", "-h", "--help", "-help":
		writeHelp(env.Stdout)
		return nil
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(newCall(env, c.usage, args[1:]))
		}
	}
	return &usageError{problem: fmt.Sprintf(problemCommand, args[0]), usage: commandNames()}
}

// status says what went wrong and turns it into an exit status.
func status(err error, stderr io.Writer) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errFound) {
		return exitFound
	}
	fmt.Fprintln(stderr, failure.Words(err))
	return exitNotDone
}

// errFound ends a command that did its work and found what should not be: that
// has been told.
var errFound = errors.New("found what should not be")

// usageError is a command line that cannot be understood.
type usageError struct{ problem, usage string }

func (e *usageError) Error() string { return "wrong usage" }

// Message says what is wrong and how the command is used.
func (e *usageError) Message() string { return e.problem + "\n" + e.usage }

func newCall(env Environment, usage string, args []string) *call {
	c := &call{Environment: env, usage: usage, args: args, flags: flag.NewFlagSet("", flag.ContinueOnError)}
	c.flags.SetOutput(io.Discard)
	return c
}

func (c *call) wrong(format string, values ...any) error {
	return &usageError{problem: fmt.Sprintf(format, values...), usage: fmt.Sprintf(lineUsage, c.usage)}
}

// parse reads options and files in any order; least and most bound the number
// of files.
func (c *call) parse(least, most int) error {
	rest := c.args
	for len(rest) > 0 {
		if a := rest[0]; a == "-" || !strings.HasPrefix(a, "-") {
			c.files, rest = append(c.files, a), rest[1:]
			continue
		}
		name, _, _ := strings.Cut(strings.TrimLeft(rest[0], "-"), "=")
		if c.flags.Lookup(name) == nil {
			return c.wrong(problemOption, rest[0])
		}
		// One option at a time: the flag package would stop at the first file.
		take := 2
		if strings.Contains(rest[0], "=") || isSwitch(c.flags.Lookup(name)) {
			take = 1
		}
		if take > len(rest) {
			return c.wrong(problemValue, rest[0])
		}
		if err := c.flags.Parse(rest[:take]); err != nil {
			return c.wrong(problemValue, strings.Join(rest[:take], " "))
		}
		rest = rest[take:]
	}
	switch {
	case len(c.files) < least:
		return c.wrong(problemFileMissing)
	case len(c.files) > most:
		return c.wrong(problemFiles, c.files[most])
	}
	return nil
}

// isSwitch tells an option without a value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

// output declares the option -o.
func (c *call) output() *string { return c.flags.String("o", "", "") }

// needOutput refuses a command line without -o.
func (c *call) needOutput(path string) error {
	if path == "" {
		return c.wrong(problemOutput)
	}
	return nil
}

// say writes a line for the user.
func (c *call) say(format string, values ...any) {
	fmt.Fprintf(c.Stderr, format+"\n", values...)
}

func writeHelp(w io.Writer) {
	fmt.Fprintln(w, helpHead)
	for _, c := range commands() {
		fmt.Fprintf(w, "  nianbao %s\n      %s\n", c.usage, c.summary)
	}
	fmt.Fprintln(w, helpFoot)
}

func commandNames() string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return fmt.Sprintf(lineCommands, strings.Join(names, "、"))
}
