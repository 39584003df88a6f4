//go:build !windows

package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// patience is how long CUPS may take: a print server that is switched off
// answers only after a while.
const patience = 15 * time.Second

// List asks CUPS for its printers. The error is an ErrNone without any.
func List() (Printers, error) {
	names, err := run("lpstat", "-e")
	if err != nil {
		return Printers{}, err
	}
	p := Printers{Names: strings.Fields(names), Details: true}
	if len(p.Names) == 0 {
		return Printers{}, ErrNone
	}
	// "system default destination: Name" in the language of the day; or that
	// there is none.
	if words, err := run("lpstat", "-d"); err == nil {
		if fields := strings.Fields(words); len(fields) > 0 && slices.Contains(p.Names, fields[len(fields)-1]) {
			p.Default = fields[len(fields)-1]
		}
	}
	return p, nil
}

// Print hands a file to CUPS and returns when that has taken it. The error
// holds what CUPS says.
func Print(j Job) error {
	args := []string{"-n", strconv.Itoa(max(j.Copies, 1))}
	if j.Printer != "" {
		args = append(args, "-d", j.Printer)
	}
	sides := "one-sided"
	if j.Duplex {
		sides = "two-sided-long-edge"
	}
	args = append(args, "-o", "sides="+sides)
	if j.Pages != "" {
		args = append(args, "-P", j.Pages)
	}
	_, err := run("lp", append(args, "--", j.Path)...)
	return err
}

func run(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var stdout, stderr bytes.Buffer
	c := exec.CommandContext(ctx, name, args...)
	c.Stdout, c.Stderr = &stdout, &stderr
	c.WaitDelay = time.Second // whoever holds its output open
	err := c.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	case err != nil:
		return "", fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(stderr.String()))
	}
	return stdout.String(), nil
}
