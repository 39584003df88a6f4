package model

import (
	"errors"
	"strings"
	"testing"
)

func TestReadDate(t *testing.T) {
	for in, want := range map[string]string{
		"2026年3月9日":       "2026-03-09",
		"2026年03月09日":     "2026-03-09",
		" 2026 年 3 月 9 日": "2026-03-09",
		"２０２６年３月９日":       "2026-03-09",
		"2026年3月9号":       "2026-03-09",
		"2026年元月9日":       "2026-01-09",
		"二〇二六年三月九日":       "2026-03-09",
		"二○二六年元月三十一日":     "2026-01-31",
		"二O二六年十月十日":       "2026-10-10",
		"二o二六年十二月二十日":     "2026-12-20",
		"二0二六年十一月廿一日":     "2026-11-21",
		"二零二六年一月卅日":       "2026-01-30",
		"贰零贰陆年壹月拾伍日":      "2026-01-15",
		"二〇二六年三月9日":       "2026-03-09",
		"2026.3.9":        "2026-03-09",
		"2026．03．09":      "2026-03-09",
		"2026-3-9":        "2026-03-09",
		"2026/03/09":      "2026-03-09",
		"20260309":        "2026-03-09",
		"（2026年3月9日）":     "2026-03-09",
		"(二〇二六年三月九日)":     "2026-03-09",
		"〔2026年3月9日〕":     "2026-03-09",
		"2026年2月30日":      "",
		"2026年13月1日":      "",
		"2026年3月":         "",
		"2026-3.9":        "",
		"1.2.3":           "",
		"3月9日":            "",
		"二六年三月九日":         "",
		"二〇二六年十十日":        "",
		"9999年1月1日":       "",
		"":                "",
	} {
		if got, ok := ReadDate(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", in, got, ok, want)
		}
	}
}

func TestSetDate(t *testing.T) {
	for in, want := range map[string]string{
		"2027年1月20日": "2027-01-20",
		"２０２７．１．２０":  "2027-01-20",
		"2027年1月20":  "2027-01-20",
		"1月20日":      "2027-01-20",
		"一月二十日":      "2027-01-20",
		" ":          "",
		"":           "",
	} {
		r := &Report{Year: 2026, Signature: Signature{Date: "2027-01-12"}}
		if err := r.SetDate(in); err != nil || r.Signature.Date != want || r.DateRefusal() != nil {
			t.Errorf("%q: %q, %v; want %q", in, r.Signature.Date, err, want)
		}
	}
	for _, in := range []string{"2027-13-20", "下周一", "1月", "1.20", "2027年1月20日前"} {
		r := &Report{Year: 2026, Signature: Signature{Date: "2027-01-12"}}
		var bad *DateError
		if err := r.SetDate(in); !errors.As(err, &bad) || r.Signature.Date != in || r.DateRefusal() == nil {
			t.Errorf("%q: %q, %v; want it as it was written, and a DateError", in, r.Signature.Date, err)
		}
		if !strings.Contains(bad.Message(), in) || !strings.Contains(bad.Message(), "2027年1月20日") {
			t.Errorf("%q: %s", in, bad.Message())
		}
	}
}
