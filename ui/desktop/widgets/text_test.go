package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TestHeadsBreakBetweenWords: however narrow the column, no word of a head is torn.
func TestHeadsBreakBetweenWords(t *testing.T) {
	newLook(t)
	character := fyne.MeasureText("中", Size(SizeSmall), fyne.TextStyle{}).Width
	for _, c := range []struct {
		text string
		room float32 // in characters
		want string
	}{
		{"总计", 1, "总计"},
		{"自然人", 5, "自然人"},
		{"结果纠正", 4.1, "结果纠正"},
		{"结果纠正", 3.9, "结果 纠正"},
		{"商业企业", 3.1, "商业 企业"},
		{"社会公益组织", 5.5, "社会公益 组织"},
		{"社会公益组织", 3.9, "社会 公益 组织"},
		{"法律服务机构", 0.5, "法律 服务 机构"},
		{"本年新制作数量", 7.1, "本年新制作数量"},
		{"本年新制作数量", 6.5, "本年新制作 数量"}, // the odd character is the first word's
		{"上一年项目数量", 4.5, "上一年 项目 数量"},
		{"自然人", 2.5, "自然 人"},     // no room for the word
		{"本年增/减", 4.2, "本年 增/减"}, // no character alone
		{"本年收费金额（单位：万元）", 7.1, "本年收费金额 （单位：万元）"},
	} {
		got := strings.Join(breakHead(c.text, c.room*character, Size(SizeSmall), fyne.TextStyle{}), " ")
		if got != c.want {
			t.Errorf("%s in %v characters: %q, want %q", c.text, c.room, got, c.want)
		}
	}
}

// TestLabelsLeaveNoCharacterAlone: nor does a row's label, in parts or in one; running text
// may.
func TestLabelsLeaveNoCharacterAlone(t *testing.T) {
	newLook(t)
	character := fyne.MeasureText("中", Size(SizeSmall), fyne.TextStyle{}).Width
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{nil, "其他对外管理服务事 项"},
		{[]string{"其他对外管理服务事项"}, "其他对外管理 服务事项"},
		{[]string{"（三）", "其他对外管理服务事项"}, "（三） 其他对外管理 服务事项"},
	} {
		p := NewParagraph("其他对外管理服务事项", SizeSmall, theme.ColorNameForeground)
		p.Parts = c.parts
		if got := strings.Join(p.breakAt(9.2*character), " "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
