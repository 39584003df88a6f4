package model

import (
	"errors"
	"testing"
)

func TestNormalise(t *testing.T) {
	tests := []struct {
		kind  Kind
		input string
		want  string
	}{
		{Count, "", ""},
		{Count, "　 ", ""},
		{Count, "0", "0"},
		{Count, "１２", "12"},
		{Count, "1,200", "1200"},
		{Count, "1，200", "1200"},
		{Count, "12 345 678", "12345678"},
		{Count, " 3 ", "3"},
		{Count, "007", "7"},
		{Count, "000", "0"},
		{Count, "\ufeff5\u200b", "5"},
		{Count, "+5", "5"},
		{Change, "+14", "+14"},
		{Change, "-3", "-3"},
		{Change, "－3", "-3"},
		{Change, "− 3", "-3"},
		{Change, "14", "14"},
		{Change, "+0", "0"},
		{Change, "-0", "0"},
		{Money, "190.457379", "190.457379"},
		{Money, "59237.2449", "59237.2449"},
		{Money, "0.50", "0.50"},
		{Money, ".5", "0.5"},
		{Money, "72,701.2578", "72701.2578"},
		{Money, "５．２", "5.2"},
		{Amount, "4万元", "4万元"},
		{Amount, "251000元", "251000元"},
		{Amount, "251,000 元", "251000元"},
		{Amount, "０", "0"},
		{Amount, "12.5", "12.5"},
		{Amount, "1.2亿元", "1.2亿元"},
	}
	for _, tt := range tests {
		got, err := Normalise(tt.kind, tt.input)
		if err != nil || got != tt.want {
			t.Errorf("Normalise(%d, %q) = %q, %v; want %q", tt.kind, tt.input, got, err, tt.want)
		}
		if again, err := Normalise(tt.kind, got); err != nil || again != got {
			t.Errorf("Normalise(%d, %q) is not stable: %q, %v", tt.kind, got, again, err)
		}
	}
}

func TestNormaliseRefuses(t *testing.T) {
	tests := []struct {
		kind  Kind
		input string
		want  Reason
	}{
		{Count, "-1", ReasonNegative},
		{Count, "－１", ReasonNegative},
		{Count, "3.5", ReasonDecimal},
		{Count, "3件", ReasonUnit},
		{Count, "3 起", ReasonUnit},
		{Count, "若干", ReasonText},
		{Count, "十二", ReasonText},
		{Count, "1e3", ReasonText},
		{Count, "+", ReasonText},
		{Count, "1 2", ReasonSeveral},
		{Count, "1,2", ReasonSeveral},
		{Count, "1234,567", ReasonSeveral},
		{Count, "/", ReasonBlankSign},
		{Count, "－", ReasonBlankSign},
		{Count, "无", ReasonBlankSign},
		{Count, "1234567890123", ReasonLong},
		{Change, "1.5", ReasonDecimal},
		{Change, "--3", ReasonText},
		{Money, "5万元", ReasonUnit},
		{Money, "-5", ReasonNegative},
		{Money, "1.2.3", ReasonText},
		{Money, ".", ReasonText},
		{Amount, "约4万元", ReasonText},
		{Amount, "元", ReasonText},
		{Amount, "-4万元", ReasonNegative},
	}
	for _, tt := range tests {
		got, err := Normalise(tt.kind, tt.input)
		var bad *ValueError
		if !errors.As(err, &bad) {
			t.Errorf("Normalise(%d, %q) = %q, %v; want a refusal", tt.kind, tt.input, got, err)
			continue
		}
		if bad.Reason != tt.want {
			t.Errorf("Normalise(%d, %q) refused for %d (%s), want %d", tt.kind, tt.input, bad.Reason, bad, tt.want)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"", "１２", "1,200", "-3", "4万元", "190.457379", " . ", "+,"} {
		for k := Count; k <= Amount; k++ {
			f.Add(int(k), s)
		}
	}
	f.Fuzz(func(t *testing.T, kind int, input string) {
		if kind < int(Count) || kind > int(Amount) {
			return
		}
		got, err := Normalise(Kind(kind), input)
		if err != nil {
			if got != "" {
				t.Errorf("refused but returned %q", got)
			}
			return
		}
		if again, err := Normalise(Kind(kind), got); err != nil || again != got {
			t.Errorf("%q → %q → %q, %v", input, got, again, err)
		}
	})
}
