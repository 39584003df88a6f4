package desk

import (
	"errors"
	"fmt"

	"nianbao/model/reportfile"
)

// ErrUnanswerable says that a finding cannot be answered with a reason: it is an
// error, or the reason is missing.
var ErrUnanswerable = errors.New("错误要改正，不能只写原因；提示可以写明原因，原因不能空着")

// LongError says that a text would make the prose longer than a report file
// can hold.
type LongError struct{ Over int } // characters too many

func (e *LongError) Error() string {
	return fmt.Sprintf("正文合计超过 %d 字，多出 %d 字，这一段的改动没有存。请核对是不是粘贴错了，删到够短就会存上。", reportfile.MaxNarrative, e.Over)
}

// DateError says that a date is none.
type DateError struct{ Input string }

func (e *DateError) Error() string {
	return fmt.Sprintf("成文日期“%s”不是一个日期，请写成 2021-01-20 这样", e.Input)
}
