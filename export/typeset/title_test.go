package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/export/specimen"
)

// TestTitle: lines end between words, there are at most three, and they fit.
func TestTitle(t *testing.T) {
	const report = "2020年政府信息公开工作年度报告"
	tests := []struct {
		name string
		want string // lines of the agency's name
		size float64
	}{
		{"梧桐镇人民政府", "梧桐镇人民政府", 22},
		{"年丰镇人民政府", "年丰镇人民政府", 22},
		{"安徽省马鞍山市博望区人民政府办公室", "安徽省马鞍山市博望区人民政府办公室", 22},
		{"新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府", "新疆维吾尔自治区伊犁哈萨克自治州|察布查尔锡伯自治县人民政府", 22},
		{"广西壮族自治区百色市隆林各族自治县市场监督管理综合行政执法局", "广西壮族自治区百色市隆林各族自治县|市场监督管理综合行政执法局", 22},
		{"中国（青山）自由贸易试验区梧桐新片区管理委员会综合行政执法大队柳湾国际机场综合保税区分队", "中国（青山）自由贸易试验区梧桐新片区管理委员会|综合行政执法大队柳湾国际机场综合保税区分队", 18},
		{"内蒙古自治区鄂尔多斯市康巴什区人力资源和社会保障局", "内蒙古自治区鄂尔多斯市|康巴什区人力资源和社会保障局", 22},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := specimen.Sample(t)
			r.Agency.Name, r.Title = tt.name, ""
			s := newSetter(specimen.Faces(t), A4(), nil)
			var lines []string
			for _, it := range s.title(r.TitleLines()) {
				if it.style.size != tt.size {
					t.Errorf("%.1f pt, want %.1f", it.style.size, tt.size)
				}
				for _, l := range it.lines {
					atoms := it.atoms[l.first:l.last]
					if w := freeWidth(atoms, it.style.size); w > s.paper.TextWidth() {
						t.Errorf("a line of %.0f pt", w)
					}
					lines = append(lines, textOf(atoms))
				}
			}
			if got := strings.Join(lines, "|"); got != tt.want+"|"+report {
				t.Errorf("%s, want %s|%s", got, tt.want, report)
			}
		})
	}
}

// TestLongTitle: a name of any length is printed whole, inside the paper.
func TestLongTitle(t *testing.T) {
	r := specimen.Sample(t)
	r.Agency.Name, r.Title = strings.Repeat("甲乙丙丁戊己庚辛壬癸", 8), ""
	d := layout(t, r, Options{})
	n := 0
	for _, text := range d.Pages[0].Texts {
		if d.Elements[text.Element].Kind == ElementTitle {
			n += utf8.RuneCountInString(text.String)
			if text.X < d.Paper.Left-near {
				t.Errorf("%s begins at %.1f", text.String, text.X)
			}
		}
	}
	if want := utf8.RuneCountInString(strings.Join(r.TitleLines(), "")); n != want {
		t.Errorf("%d characters, want %d", n, want)
	}
}

// textOf is the text of atoms.
func textOf(atoms []atom) string {
	var b strings.Builder
	for _, a := range atoms {
		for _, g := range a.glyphs {
			b.WriteRune(g.char)
		}
	}
	return b.String()
}
