package excerpt

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/reportfile"
)

func report(t testing.TB, sections map[model.SectionID][]model.Block) *model.Report {
	t.Helper()
	r, err := model.New(2026, model.NewAgency("梧桐镇人民政府"))
	if err != nil {
		t.Fatal(err)
	}
	r.Narrative = sections
	return r
}

// TestProblems: of the fifth part come what is wrong and what is done about it, however
// the two are told apart.
func TestProblems(t *testing.T) {
	for _, tt := range []struct {
		name         string
		blocks       []model.Block
		wrong, steps []string
	}{
		{
			"numbered after a lead",
			[]model.Block{{Text: "一年来有成效，仍有一些问题：\n1、主动性不够强；\n2、栏目较少，如：动态多；导致内容少。\n下一步，我镇将做好：\n1.加强培训。每季一次。\n2．完善制度"}},
			[]string{"主动性不够强。", "栏目较少，如：动态多。"},
			[]string{"加强培训。", "完善制度。"},
		},
		{
			"in one paragraph",
			[]model.Block{{Text: "存在的问题：一是公开不及时；二是形式单一，三是人手不足。针对上述问题，我镇将抓好以下工作：一是加强培训，二是更新栏目。"}},
			[]string{"公开不及时。", "形式单一。", "人手不足。"},
			[]string{"加强培训。", "更新栏目。"},
		},
		{
			"under headings",
			[]model.Block{{Heading: "存在的主要问题", Text: "公开的深度不够。仍需加强。\n专业人员少。"}, {Heading: "改进措施", Text: "明年组织两次培训。"}},
			[]string{"公开的深度不够。", "专业人员少。"},
			[]string{"明年组织两次培训。"},
		},
		{
			"under headings that are paragraphs",
			[]model.Block{{Text: "（一）存在的问题\n公开的措施不够有力。\n（二）改进情况\n今后多办培训。"}},
			[]string{"公开的措施不够有力。"},
			[]string{"今后多办培训。"},
		},
		{
			"a problem may be called after a deed",
			[]model.Block{{Text: "1.改进作风还不够。\n2.整改不及时。\n下一步抓整改。"}},
			[]string{"改进作风还不够。", "整改不及时。"},
			[]string{"下一步抓整改。"},
		},
		{
			"both in one heading",
			[]model.Block{{Heading: "存在的问题及改进情况", Text: "公开不及时。下一步，及时公开。"}},
			[]string{"公开不及时。"},
			[]string{"下一步，及时公开。"},
		},
		{
			"not what is to be checked, nor what is left open",
			[]model.Block{{Text: "1.收到【待核：12】件。\n2.××不够。\n3.“问题；不大”的说法。"}},
			[]string{"“问题；不大”的说法。"},
			nil,
		},
		{
			"back to what is wrong, and a heading that names neither",
			[]model.Block{
				{Heading: "改进措施", Text: "多培训。"},
				{Heading: "存在的问题", Text: "公开不及时。"},
				{Heading: "其他", Text: "人手不足。"},
				{Heading: "整改打算", Text: "再培训。"},
				{Heading: "其他", Text: "常检查。"},
			},
			[]string{"公开不及时。", "人手不足。"},
			[]string{"多培训。", "再培训。", "常检查。"},
		},
		{
			"back again in paragraphs",
			[]model.Block{{Text: "改进措施\n多培训。\n存在的问题：\n公开不及时。"}},
			[]string{"公开不及时。"},
			[]string{"多培训。"},
		},
		{
			"marks within marks",
			[]model.Block{{Text: "“《条例》；学得少”。另有不足。"}},
			[]string{"“《条例》；学得少”。"},
			nil,
		},
		{"nothing", nil, nil, nil},
		{"numbers of years begin no item", []model.Block{{Text: "2026年，公开不够。"}}, []string{"2026年，公开不够。"}, nil},
		{"figures with a point begin no item", []model.Block{{Text: "1.5万元没有公开。"}}, []string{"1.5万元没有公开。"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) { tryProblems(t, tt.blocks, tt.wrong, tt.steps) })
	}
}

func tryProblems(t *testing.T, blocks []model.Block, wrong, steps []string) {
	t.Helper()
	r := report(t, map[model.SectionID][]model.Block{model.Problems: blocks})
	if got := Proposed(r, Problems); !slices.Equal(got, wrong) {
		t.Errorf("wrong %q, want %q", got, wrong)
	}
	if got := Proposed(r, Steps); !slices.Equal(got, steps) {
		t.Errorf("steps %q, want %q", got, steps)
	}
}

// TestProblemsShape: marks, lengths and items do not confuse what is taken.
func TestProblemsShape(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		wrong      []string
	}{
		{"items before sentences", "公开工作还有差距。\n1、主动性不够强。", []string{"主动性不够强。"}},
		{"a mark that closes nothing", "公开”不够。另有不足。", []string{"公开”不够。"}},
		{
			"the longest line that fits, and one sign more",
			"1." + strings.Repeat("长", MaxChars-1) + "。\n2." + strings.Repeat("长", MaxChars) + "。",
			[]string{strings.Repeat("长", MaxChars-1) + "。"},
		},
		{"a letter or two", "1.\n2.a\n3.ab\n4.无!", []string{"a。", "ab。", "无!"}},
	} {
		t.Run(tt.name, func(t *testing.T) { tryProblems(t, []model.Block{{Text: tt.text}}, tt.wrong, nil) })
	}
}

// TestMost: no more is proposed than one takes in.
func TestMost(t *testing.T) {
	r := report(t, map[model.SectionID][]model.Block{model.Problems: {{Text: strings.Repeat("1.公开不够。\n", 20)}}})
	if got := Proposed(r, Problems); len(got) != most {
		t.Errorf("%d lines", len(got))
	}
}

func TestPublished(t *testing.T) {
	for _, tt := range []struct {
		name   string
		blocks []model.Block
		want   []string
	}{
		{
			"under its heading, up to what is counted",
			[]model.Block{
				{Text: "全年主动公开有序。"},
				{Heading: "主动公开情况", Text: "主动公开信息 60 余条，其中文件 8 条，动态 34 条等，内容涵盖各类信息。通过公开栏发布。内容详实。"},
			},
			[]string{"主动公开信息 60 余条，其中文件 8 条，动态 34 条等。", "通过公开栏发布。"},
		},
		{
			"by its number, without a heading",
			[]model.Block{{Text: "领导重视。全年主动公开政府信息35条。又主动公开文件3件。"}},
			[]string{"全年主动公开政府信息35条。"},
		},
		{"without its number", []model.Block{{Heading: "（一）主动公开", Text: "1、及时公开。"}}, []string{"及时公开。"}},
		{"another matter", []model.Block{{Text: "收到申请3件。"}}, nil},
		{"the number is linked", []model.Block{{Heading: "主动公开", Text: "公开文件{disclosure.documents.issued}件。"}}, []string{"公开文件7件。"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := report(t, map[model.SectionID][]model.Block{model.Overview: tt.blocks})
			if err := r.Set("disclosure.documents.issued", "7"); err != nil {
				t.Fatal(err)
			}
			if got := Proposed(r, Published); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestContact(t *testing.T) {
	for text, want := range map[string]string{
		"本报告由六部分组成。如有疑问，请联系党政办公室，地址：青石路1号，电话：0358-0000000。": "如有疑问，请联系党政办公室，地址：青石路1号，电话：0358-0000000。",
		"咨询电话（0358）0000000":          "咨询电话（0358）0000000。",
		"请与办公室联系，地址：××，电话：××。":       "",
		"通过电话、微信群等多种途径，接到12345热线3件。": "",
		"请与【单位】联系，电话：0358-0000000。":  "",
	} {
		r := report(t, map[model.SectionID][]model.Block{model.Preamble: {{Text: text}}})
		if got := strings.Join(Proposed(r, Contact), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestOwn: the clerk's lines take the place of the proposal, survive the file and leave
// all else in the member alone; nil brings the proposal back.
func TestOwn(t *testing.T) {
	r := report(t, map[model.SectionID][]model.Block{model.Problems: {{Text: "公开不够。"}}})
	r.Extra = model.Extra{member: `{"later":[1,{"a":2}],"steps":["{disclosure.documents.issued}件"," "]}`, "x-other": "1"}
	before := maps.Clone(r.Extra)
	shared := r.Extra
	if err := r.Set("disclosure.documents.issued", "7"); err != nil {
		t.Fatal(err)
	}
	if got := Lines(r, Steps); !slices.Equal(got, []string{"7件"}) {
		t.Errorf("steps %q", got)
	}
	if err := Set(r, Problems, []string{" 形式\n单一 ", ""}); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(shared, before) {
		t.Error("members shared with another report were changed")
	}
	data, err := reportfile.Write(r)
	if err != nil {
		t.Fatal(err)
	}
	again, err := reportfile.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := Lines(again, Problems); !slices.Equal(got, []string{"形式 单一"}) {
		t.Errorf("problems %q", got)
	}
	if !strings.Contains(again.Extra[member], `"later":[1,{"a":2}]`) || again.Extra["x-other"] != "1" {
		t.Errorf("members %q", again.Extra)
	}
	for _, lines := range [][]string{{}, nil} {
		if err := Set(r, Problems, lines); err != nil {
			t.Fatal(err)
		}
		want := []string{}
		if lines == nil {
			want = []string{"公开不够。"}
		}
		if got := Lines(r, Problems); !slices.Equal(got, want) {
			t.Errorf("set to %#v: %q", lines, got)
		}
	}
	if strings.Contains(r.Extra[member], "problems") {
		t.Errorf("left behind: %s", r.Extra[member])
	}
}

// TestBareMember: without lines of the clerk's own there is no member.
func TestBareMember(t *testing.T) {
	r := report(t, nil)
	if err := Set(r, Ask, []string{"来问"}); err != nil {
		t.Fatal(err)
	}
	if err := Set(r, Ask, nil); err != nil || r.Extra != nil {
		t.Errorf("%q, %v", r.Extra, err)
	}
}

// TestDamaged: what has another shape is told of, not used, and kept when lines are
// written.
func TestDamaged(t *testing.T) {
	long := strings.Repeat("长", MaxChars+1)
	for _, raw := range []string{
		`1`, `"a"`, `[]`, `null`, `{"ask":"来问"}`, `{"ask":[1]}`, `{"ask":null}`, `{"ask":["` + long + `"]}`,
		`{"ask":[` + strings.Repeat(`"a",`, MaxLines) + `"a"]}`,
	} {
		r := report(t, nil)
		r.Extra = model.Extra{member: raw}
		if own, err := Read(r); !errors.Is(err, ErrDamaged) || own != nil {
			t.Errorf("%s: %v, %v", raw, own, err)
		}
		if got := Lines(r, Ask); !slices.Equal(got, rights) {
			t.Errorf("%s: %q", raw, got)
		}
		if err := Set(r, Ask, []string{"来问"}); err != nil {
			t.Fatal(err)
		}
		if got := Lines(r, Ask); !slices.Equal(got, []string{"来问"}) || r.Extra[setAside] != raw {
			t.Errorf("%s: %q, kept %q", raw, got, r.Extra[setAside])
		}
	}
	most := make([]string, MaxLines)
	for i := range most {
		most[i] = strings.Repeat("长", MaxChars)
	}
	r := report(t, nil)
	if err := Set(r, Ask, most); err != nil || !slices.Equal(Lines(r, Ask), most) {
		t.Errorf("as much as there may be: %v", err)
	}
	r = report(t, nil)
	if err := Set(r, Ask, []string{long}); !errors.Is(err, ErrBounds) || r.Extra != nil {
		t.Errorf("too long: %v, %q", err, r.Extra)
	}
}

// TestNames: each part is called something.
func TestNames(t *testing.T) {
	for _, p := range Parts() {
		if p.Name() == "" {
			t.Errorf("%s has no name", p)
		}
	}
}

// FuzzMember: whatever the member is, reading it gives lines within the bounds, and
// writing lines loses nothing of it.
func FuzzMember(f *testing.F) {
	for _, raw := range []string{`{}`, `{"ask":["a"],"x":1}`, `[1]`, `{"ask":null}`, `{"steps":["\u2028","{x}"]}`} {
		f.Add(raw, "改进\n培训")
	}
	f.Fuzz(func(t *testing.T, raw, line string) {
		r := report(t, nil)
		r.Extra = model.Extra{member: raw}
		own, err := Read(r)
		for p, lines := range own {
			if !bounded(lines) || !slices.Contains(Parts(), p) {
				t.Errorf("%s: %q", p, lines)
			}
		}
		if Set(r, Ask, []string{line}) != nil {
			return
		}
		if err != nil && r.Extra[setAside] != raw {
			t.Errorf("lost %q", raw)
		}
		again, err := Read(r)
		if err != nil {
			t.Fatalf("%q: %v", r.Extra[member], err)
		}
		if want := tidy([]string{line}); utf8.ValidString(line) && !slices.Equal(again[Ask], want) {
			t.Errorf("%q, want %q", again[Ask], want)
		}
		for p, lines := range own {
			if p != Ask && !slices.Equal(again[p], lines) {
				t.Errorf("%s: %q, was %q", p, again[p], lines)
			}
		}
	})
}

// FuzzProposed: whatever stands in the report, what is proposed is whole lines within
// the bounds.
func FuzzProposed(f *testing.F) {
	for _, text := range []string{"1.a", "（一）存在的问题\n公开”不够!", "主动公开信息 60 条，其中文件 8 条等，", "电话：0358-0000000"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		blocks := []model.Block{{Heading: text, Text: text}}
		r := report(t, map[model.SectionID][]model.Block{model.Preamble: blocks, model.Overview: blocks, model.Problems: blocks})
		for _, p := range Parts() {
			lines := Proposed(r, p)
			if !bounded(lines) || slices.Contains(lines, "") {
				t.Errorf("%s: %q", p, lines)
			}
		}
	})
}
