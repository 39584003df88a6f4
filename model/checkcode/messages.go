package checkcode

import (
	"fmt"

	"nianbao/model/compare"
)

// Words are what is printed before the code.
const Words = "报送校验码"

// wordsPaper are printed behind it.
const wordsPaper = "（核对纸和文件用，不是签名）"

// WordsOnline are printed beside a QR of the web address where the electronic report
// stands.
const WordsOnline = "扫码查看电子版"

// Printed is the line that a paper bears.
func Printed(c Code) string { return Words + "：" + c.String() + wordsPaper }

// NoSignature says what a code is not; it belongs beside every answer.
const NoSignature = "校验码不是电子签名，只用来核对纸和文件是否一致。"

// MistypedError says that digits are no code and no QR of a report.
type MistypedError struct {
	Digits int  // how many there are
	Char   rune // what is no digit; 0 for none
	Newer  bool // written in a way that only a later program knows
}

func (e *MistypedError) Error() string {
	return fmt.Sprintf("no check code: %d digits, %q", e.Digits, e.Char)
}

// Message says in words what is wrong and what to do.
func (e *MistypedError) Message() string {
	switch {
	case e.Newer:
		return "纸上的二维码是更新的程序印的，这个程序读不出来。请换用新版程序，或只输入 12 位校验码。"
	case e.Char != 0:
		return fmt.Sprintf("校验码输错了：“%c”不是数字。请照纸上的 12 位数字重新输入。", e.Char)
	case e.Digits < digits:
		return fmt.Sprintf("校验码输错了：只有 %d 位，应当是 12 位。请照纸上的数字重新输入。", e.Digits)
	case e.Digits == digits:
		return "校验码输错了：这 12 位数字里有抄错的。请照纸上的数字重新输入。"
	}
	return fmt.Sprintf("输入的数字有误：有 %d 位，不是 12 位的校验码，也不是完整的二维码内容。请重新输入或重新扫描。", e.Digits)
}

const (
	wordsAgree    = "纸和文件一致。"
	wordsDiffer   = "纸和文件不一致：这张纸不是用这份文件印的，或印好以后文件改过。"
	wordsYear     = "纸是 %d 年度的报告，文件是 %d 年度的。"
	wordsUnnamed  = "纸上有单位名称，文件里没有写单位全称。"
	wordsUnit     = "纸上的单位名称和文件的不同，文件是“%s”的报告。"
	wordsCell     = "%s：纸上%s，文件里%s"
	wordsWords    = "文字（题目、各段正文或落款）不一样。"
	wordsBlank    = "空着"
	wordsWritten  = "是“%s”"
	wordsWhichNot = "12 位校验码看不出差在哪里；扫描纸上的二维码，会逐格列出。"
)

// Lines are the verdict, and each difference that is known.
func (a Answer) Lines() []string { return append([]string{a.Verdict()}, a.Differences()...) }

// Verdict says in words whether paper and file agree.
func (a Answer) Verdict() string {
	switch {
	case a.Agree:
		return wordsAgree
	case a.PaperYear == 0:
		return wordsDiffer + wordsWhichNot
	}
	return wordsDiffer
}

// Differences say in words what differs, as far as it is known: nothing, where the
// code alone was compared.
func (a Answer) Differences() []string {
	var all []string
	if a.PaperYear != a.FileYear && a.PaperYear != 0 {
		all = append(all, fmt.Sprintf(wordsYear, a.PaperYear, a.FileYear))
	}
	switch {
	case a.OtherUnit && a.Agency == "":
		all = append(all, wordsUnnamed)
	case a.OtherUnit:
		all = append(all, fmt.Sprintf(wordsUnit, a.Agency))
	}
	for _, c := range a.Cells {
		all = append(all, CellWords(c))
	}
	if a.Words {
		all = append(all, wordsWords)
	}
	return all
}

// CellWords says how a cell differs; before is the paper, after the file.
func CellWords(c compare.Cell) string {
	return fmt.Sprintf(wordsCell, c.Name, held(c.Before), held(c.After))
}

func held(value string) string {
	if value == "" {
		return wordsBlank
	}
	return fmt.Sprintf(wordsWritten, value)
}
