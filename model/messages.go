package model

import "fmt"

// Wording of everything this package says to the user: where, what is wrong,
// what to do.

var reasons = map[Reason]string{
	ReasonText:      "“%s”不是数字，请填阿拉伯数字",
	ReasonNegative:  "“%s”是负数，这一格请填 0 或正数",
	ReasonDecimal:   "“%s”带小数，这一格请填整数",
	ReasonUnit:      "“%s”带了单位，这一格只填数字",
	ReasonLong:      "“%s”太长，请核对位数",
	ReasonSeveral:   "“%s”像是两个数，请核对逗号和空格",
	ReasonBlankSign: "“%s”不能代替数字，没有发生的请填 0",
	ReasonTooMuch:   "“%s”太长，一格放不下，没有收下；是说明的请写到正文里",
}

// Message is the reason in words, without the place.
func (e *ValueError) Message() string {
	return fmt.Sprintf(reasons[e.Reason], Shortened(e.Input))
}

func (e *ValueError) Error() string {
	if e.Address == "" {
		return fmt.Sprintf("value %q is refused (reason %d)", e.Input, e.Reason)
	}
	return fmt.Sprintf("value %q of %s is refused (reason %d)", e.Input, e.Address, e.Reason)
}

// AddressError says that the edition has no cell of that address.
type AddressError struct {
	Address Address
	Edition string // its ID
}

func (e *AddressError) Error() string {
	return fmt.Sprintf("edition %s has no cell %q", e.Edition, e.Address)
}

// Message says so in words.
func (e *AddressError) Message() string {
	return fmt.Sprintf("%s 版的表里没有“%s”这一格，请核对地址和年度", e.Edition, e.Address)
}

// TotalError says that a cell is computed and cannot be set.
type TotalError struct {
	Address Address
	Name    string
}

func (e *TotalError) Error() string { return fmt.Sprintf("cell %s is computed", e.Address) }

// Message says so in words.
func (e *TotalError) Message() string {
	return fmt.Sprintf("%s（%s）是合计格，由程序计算，不能填", e.Name, e.Address)
}

// YearError says that no edition covers the year.
type YearError struct{ Year int }

func (e *YearError) Error() string { return fmt.Sprintf("no edition covers %d", e.Year) }

// Message says so in words.
func (e *YearError) Message() string {
	return fmt.Sprintf("年度 %d 没有对应的报告格式，请填 %d 到 %d 之间的年份", e.Year, FirstYear, LastYear)
}

// DateError says that what was written for 成文日期 is no date.
type DateError struct {
	Input string
	Year  int // that it should be of
}

func (e *DateError) Error() string { return fmt.Sprintf("%q is no date", e.Input) }

// Message says in words how a date is written.
func (e *DateError) Message() string {
	return fmt.Sprintf("成文日期“%s”不是一个日期，请写成 %d年1月20日 这样", Shortened(e.Input), e.Year)
}

func (e *OnlineError) Error() string { return fmt.Sprintf("%q is no web address", e.Input) }

// Message says in words how an address is written.
func (e *OnlineError) Message() string {
	return fmt.Sprintf("“%s”不是网址，请在浏览器里打开电子版，把地址栏里的网址整条复制过来，以 http:// 或 https:// 开头，不超过 %d 个字符",
		Shortened(e.Input), MaxOnline)
}

// kindNames are the official words for the kinds of agency.
var kindNames = map[AgencyKind]string{
	Township:    "乡镇",
	Subdistrict: "街道",
	Department:  "县级部门",
	County:      "县（市、区）",
	City:        "设区的市",
	Province:    "省（自治区、直辖市）",
}

const (
	titleEnding = "年政府信息公开工作年度报告"
	unfilled    = "（未填）" // what a placeholder of an empty cell prints
)
