package model

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"nianbao/model/han"
	"nianbao/model/internal/pattern"
)

var dateForm = pattern.Lazy(`^(.{4})(?:年(.{1,3})月(.{1,3})[日号]|([-./])(\d{1,2})([-./])(\d{1,2})|(\d\d)(\d\d))$`)

// ReadDate reads a date in any form that is common in documents and their
// copies: 2025年1月15日, 二〇二五年元月十五日 (with whatever was typed for 〇),
// 2025-1-15, 2025.01.15, 2025/1/15, 20250115, in brackets or not. It returns
// "2025-01-15".
func ReadDate(text string) (date string, ok bool) {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return han.FoldRune(r)
	}, text)
	for _, pair := range [][2]string{{"(", ")"}, {"〔", "〕"}, {"[", "]"}} {
		inner, opens := strings.CutPrefix(text, pair[0])
		if inner, shuts := strings.CutSuffix(inner, pair[1]); opens && shuts {
			text = inner
		}
	}
	m := dateForm().FindStringSubmatch(text)
	if m == nil || m[4] != m[6] {
		return "", false
	}
	year, month, day := han.Year(m[1]), numberIn(m[2]+m[5]+m[8]), numberIn(m[3]+m[7]+m[9])
	date = fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := time.Parse(time.DateOnly, date); err != nil || year == 0 {
		return "", false
	}
	return date, true
}

// SetDate writes 成文日期 in any form that ReadDate reads, also without 日 at its end
// or without a year: it is the one after the year reported. What is no date is kept as
// it was written, with a *DateError; empty input prints none.
func (r *Report) SetDate(input string) error {
	input = strings.TrimSpace(input)
	for _, full := range []string{input, input + "日", fmt.Sprintf("%d年%s", r.Year+1, input)} {
		if date, ok := ReadDate(full); ok {
			r.Signature.Date = date
			return nil
		}
	}
	r.Signature.Date = input
	return r.DateRefusal()
}

// DateRefusal is why what was written for 成文日期 is no date, a *DateError; nil where
// it is one, or nothing.
func (r *Report) DateRefusal() error {
	date := r.Signature.Date
	if _, err := time.Parse(time.DateOnly, date); err != nil && date != "" {
		return &DateError{Input: date, Year: r.Year + 1}
	}
	return nil
}

// numberIn reads a month or day: 15, 十五, 二十, 廿五, 元; 0 when it is none.
func numberIn(text string) int {
	if text == "元" {
		return 1
	}
	text = strings.NewReplacer("廿", "二十", "卅", "三十", "拾", "十").Replace(text)
	tens, ones, found := strings.Cut(text, "十")
	if !found {
		n := 0
		for _, r := range text {
			if han.Figure(r) < 0 {
				return 0
			}
			n = n*10 + han.Figure(r)
		}
		return n
	}
	n := 10
	if tens != "" {
		n = 10 * numberIn(tens)
	}
	if ones != "" {
		if o := numberIn(ones); o > 0 && o < 10 {
			return n + o
		}
		return 0
	}
	return n
}
