package command

import (
	"fmt"
	"strings"

	"nianbao/export"
	"nianbao/model/checkcode"
)

// runCode prints the 报送校验码 that the paper of a report bears. A report that is
// printed as a draft has none.
func runCode(c *call) error {
	if err := c.parse(1, 1); err != nil {
		return err
	}
	r, err := c.read(c.files[0])
	if err != nil {
		return err
	}
	if why := export.Unfinished(r); len(why) > 0 {
		c.say(codeDraft, strings.Join(why, "，"))
		return errFound
	}
	fmt.Fprintln(c.Stdout, checkcode.Of(r))
	c.say("%s", checkcode.NoSignature)
	return nil
}

// runScan says whether a paper and a file agree: by what its QR holds, or by its code,
// whose groups may be arguments of their own.
func runScan(c *call) error {
	const most = 100 // arguments
	if err := c.parse(2, most); err != nil {
		return err
	}
	last := len(c.files) - 1
	r, err := c.read(c.files[last])
	if err != nil {
		return err
	}
	answer, err := checkcode.Ask(strings.Join(c.files[:last], ""), r)
	if err != nil {
		return fmt.Errorf("scan: %w", err)
	}
	verdict := c.Stdout
	if !answer.Agree {
		verdict = c.Stderr // what differs is what was asked for
	}
	fmt.Fprintln(verdict, answer.Verdict())
	for _, difference := range answer.Differences() {
		fmt.Fprintln(c.Stdout, difference)
	}
	c.say("%s", checkcode.NoSignature)
	if !answer.Agree {
		return errFound
	}
	return nil
}
