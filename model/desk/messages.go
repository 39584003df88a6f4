package desk

import (
	"fmt"

	"nianbao/model/reportfile"
)

// AnswerError says that a finding cannot be answered with a reason: it is an error,
// or the reason is missing.
type AnswerError struct {
	Rule    string
	Missing bool // the reason
}

func (e *AnswerError) Error() string { return "finding of " + e.Rule + " cannot be answered so" }

// Message says in words what to do instead.
func (e *AnswerError) Message() string {
	if e.Missing {
		return "请写明原因，它会随报告保存"
	}
	return "这是错误，不能只写原因，请改正"
}

// LongError says that a text would make the prose longer than a report file
// can hold.
type LongError struct{ Over int } // characters too many

func (e *LongError) Error() string { return fmt.Sprintf("prose is %d characters too long", e.Over) }

// Message says in words that the change is not kept, and why.
func (e *LongError) Message() string {
	return fmt.Sprintf("正文合计超过 %d 字，多出 %d 字，这一次的改动没有存。请核对是不是粘贴错了；框里的字删到够短就会存上。", reportfile.MaxNarrative, e.Over)
}

// BlocksError says that a section would have more blocks than a report file can hold.
type BlocksError struct{}

func (*BlocksError) Error() string { return "section of too many blocks" }

// Message says in words that there is no further block, and what to do.
func (*BlocksError) Message() string {
	return fmt.Sprintf("一个部分最多分成 %d 块，没有再添。请把短的并成一块。", reportfile.MaxBlocks)
}
