package desk

import "fmt"

// DateError says that a date is none.
type DateError struct{ Input string }

func (e *DateError) Error() string {
	return fmt.Sprintf("成文日期“%s”不是一个日期，请写成 2021-01-20 这样", e.Input)
}
