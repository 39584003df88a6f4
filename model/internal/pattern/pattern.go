// Package pattern keeps regular expressions for when they are needed. A program
// start compiles none of them: a command needs a few, and all of them together
// take as long as laying out a report.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy is the expression, compiled when it is first asked for. Like
// [regexp.MustCompile] it panics then when the expression is wrong, so the tests of
// a package have to meet every pattern in it.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
