package checkcode

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/reportfile"
)

func sample(t testing.TB) *model.Report {
	t.Helper()
	r, err := reportfile.Read(assets.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func set(t testing.TB, r *model.Report, a model.Address, value string) {
	t.Helper()
	if err := r.Set(a, value); err != nil {
		t.Fatal(err)
	}
}

const person = model.Address("applications.received.person")

// TestStays: what no paper shows does not change the code, nor does how it was typed.
func TestStays(t *testing.T) {
	want := Of(sample(t))
	for name, change := range map[string]func(*model.Report){
		"nothing":              func(*model.Report) {},
		"foreign members":      func(r *model.Report) { r.Extra = model.Extra{"x-other": "1"} },
		"a label":              func(r *model.Report) { r.Label = "给县里的" },
		"finalised":            func(r *model.Report) { r.Final = &model.Final{Date: "2021-01-20"} },
		"an answered hint":     func(r *model.Report) { r.Acknowledged = nil },
		"a stated total":       func(r *model.Report) { r.Stated["applications.received.total"] = "99" },
		"zeros filled in":      func(r *model.Report) { r.ZeroFilled[person] = true },
		"typed full-width":     func(r *model.Report) { set(t, r, person, "\u3000０ ") },
		"the title written":    func(r *model.Report) { r.Title = strings.Join(r.StandardTitle(), "") },
		"blanks in the prose":  func(r *model.Report) { r.Narrative[model.Other][0].Text = " \u3000无\u200b\n\n" },
		"a mark of no width":   func(r *model.Report) { r.Agency.Name = strings.Replace(r.Agency.Name, "人", "人\ufeff", 1) },
		"how it calls itself":  func(r *model.Report) { r.Agency.Short = "本镇" },
		"its kind":             func(r *model.Report) { r.Agency.Kind = model.County },
		"cells of other forms": func(r *model.Report) { r.Unread["disclosure.permits.processed2"] = "3" },
	} {
		r := sample(t)
		change(r)
		if got := Of(r); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	linked, plain := sample(t), sample(t)
	linked.Narrative[model.Other][0].Text = "收到{applications.received.person}件"
	plain.Narrative[model.Other][0].Text = "收到0件"
	if Of(linked) != Of(plain) {
		t.Error("a linked number is another than the one that it prints")
	}
	composed, apart := sample(t), sample(t)
	composed.Narrative[model.Other][0].Text = "é\u52de" // 勞, the second also as a compatibility ideograph
	apart.Narrative[model.Other][0].Text = "e\u0301\uf92f"
	if Of(composed) != Of(apart) {
		t.Error("two ways to write the same character differ")
	}
}

// TestChanges: each thing that a paper shows changes the code.
func TestChanges(t *testing.T) {
	seen := map[Code]string{Of(sample(t)): "the sample"}
	for name, change := range map[string]func(*model.Report){
		"a number":            func(r *model.Report) { set(t, r, person, "1") },
		"the number beside":   func(r *model.Report) { set(t, r, "applications.received.business", "1") },
		"a blank":             func(r *model.Report) { set(t, r, person, "") },
		"what is no number":   func(r *model.Report) { _ = r.Enter(person, "两件") },
		"another that is not": func(r *model.Report) { _ = r.Enter(person, "/") },
		"the agency":          func(r *model.Report) { r.Agency.Name = "青石镇人民政府" },
		"the title":           func(r *model.Report) { r.Title = "梧桐镇人民政府2020年年报" },
		"a mark":              func(r *model.Report) { r.Narrative[model.Other][0].Text = "无。" },
		"a heading":           func(r *model.Report) { r.Narrative[model.Overview][1].Heading += "等" },
		"a heading gone":      func(r *model.Report) { r.Narrative[model.Overview][1].Heading = "" },
		"how they are counted": func(r *model.Report) {
			r.Numbering = model.Bracketed
		},
		"paragraphs parted": func(r *model.Report) {
			b := &r.Narrative[model.Overview][0]
			b.Text = strings.Replace(b.Text, "。", "。\n", 1)
		},
		"a paragraph moved": func(r *model.Report) {
			r.Narrative[model.Problems] = append(r.Narrative[model.Problems], r.Narrative[model.Other]...)
			r.Narrative[model.Other] = nil
		},
		"signed":     func(r *model.Report) { r.Signature.Agency = "梧桐镇" },
		"the date":   func(r *model.Report) { r.Signature.Date = "2021-01-21" },
		"full-width": func(r *model.Report) { r.Narrative[model.Other][0].Text = "无１" },
		"half-width": func(r *model.Report) { r.Narrative[model.Other][0].Text = "无1" },
	} {
		r := sample(t)
		change(r)
		if before, known := seen[Of(r)]; known {
			t.Errorf("%s has the code of %s", name, before)
		}
		seen[Of(r)] = name
	}
	other := sample(t)
	other.Year = 2019 // the same form
	if _, known := seen[Of(other)]; known {
		t.Error("another year has the same code")
	}
}

// TestGolden holds the codes of papers that have been printed: they do not change.
func TestGolden(t *testing.T) {
	if got := Of(sample(t)).String(); got != "1293 3046 7041" {
		t.Errorf("the sample's code is %s", got)
	}
	if got := Of(filled(t, 2025, "", "0")).String(); got != "1053 6426 0467" {
		t.Errorf("with cells left blank: %s", got)
	}
}

func TestCheckDigit(t *testing.T) {
	if got := checkDigit("0794"); got != 5 { // the standard's example
		t.Errorf("check digit %d, want 5", got)
	}
	random := rand.New(rand.NewPCG(7, 64))
	swapped, missed := 0, 0
	for range 300 {
		row := Code{random.Uint64() >> (64 - hashBits)}.Digits()
		for i := range row {
			for d := '0'; d <= '9'; d++ {
				wrong := row[:i] + string(d) + row[i+1:]
				if _, err := Parse(wrong); (err == nil) != (wrong == row) {
					t.Fatalf("%s for %s: %v", wrong, row, err)
				}
			}
			if i > 0 && row[i-1] != row[i] {
				swapped++
				if _, err := Parse(row[:i-1] + row[i:i+1] + row[i-1:i] + row[i+1:]); err == nil {
					missed++
				}
			}
		}
	}
	if share := float64(missed) / float64(swapped); share > 0.03 {
		t.Errorf("of %d exchanged neighbours %d are not found", swapped, missed)
	} else {
		t.Logf("of %d exchanged neighbours %d are not found", swapped, missed)
	}
}

func TestParse(t *testing.T) {
	want := Of(sample(t))
	row := want.Digits()
	wide := strings.Map(func(r rune) rune { return r - '0' + '０' }, row)
	chinese := strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, row)
	for _, typed := range []string{
		row, want.String(), wide, chinese, "  " + row + "\n", row[:4] + "-" + row[4:8] + "－" + row[8:], row[:4] + "　" + row[4:],
		Words + "：" + want.String(), "校验码:" + row, ":" + row, strings.ReplaceAll(row, "0", "O"), row[:6] + "\u200b" + row[6:], row[:4] + "—" + row[4:8] + "·" + row[8:],
	} {
		if got, err := Parse(typed); err != nil || got != want {
			t.Errorf("%q: %v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", row[:11], row + "1", row[:11] + "x", "四千八百", strings.Repeat("1", 1e6), "999999999999", Code{1 << hashBits}.Digits(), row + "件"} {
		_, err := Parse(typed)
		if bad := (*MistypedError)(nil); !errors.As(err, &bad) || bad.Message() == "" {
			t.Errorf("%.20q: %v", typed, err)
		}
	}
}

func ExampleCode_String() {
	fmt.Println(Code{48172093556})
	// Output: 4817 2093 5569
}
