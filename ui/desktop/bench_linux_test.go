package desktop

import (
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/ui/desktop/pages"
)

// longTexts are about the longest texts that a report holds, each of lines of some 200
// characters: ordinary prose, one with three numbers in every 17 characters, and bare
// figures.
var longTexts = map[string]string{
	"ordinary": strings.Repeat("我镇政府信息公开工作存在不足。", 13),
	"numbers":  strings.Repeat("公开信息20条，其中申请3件、4次，", 11),
	"figures":  strings.Repeat("1234567890", 20),
}

// BenchmarkKey is a character typed, and one that the caret goes back over, in the
// longest texts, as one paragraph and as many. User and system time of the process for
// each: CPU-ms/op.
func BenchmarkKey(b *testing.B) {
	r := newRig(b)
	f := r.openSample()
	r.drain()
	r.After = func(time.Duration, func()) func() { return func() {} } // the preview waits until the typing rests
	field := r.page(model.Preamble).(*pages.Prose).Cards[0].Text
	f.Focus(field)
	for words, line := range longTexts {
		for name, ending := range map[string]string{"one paragraph": "", "many paragraphs": "\n"} {
			text := strings.Repeat(line+ending, 195_000/utf8.RuneCountInString(line+ending))
			for place, caret := range map[string]int{"start": 0, "middle": 95_000, "end": 200_000} {
				field.SetText(text)
				r.drain()
				field.PlaceCaret(caret)
				if len([]rune(f.d.Report().Narrative[model.Preamble][0].Text)) < 190_000 {
					b.Fatal("refused")
				}
				b.Run(words+"/"+name+"/"+place, func(b *testing.B) {
					began := cpuTime(b)
					for b.Loop() {
						r.write("公")
					}
					b.ReportMetric(float64(cpuTime(b)-began)/float64(time.Millisecond)/float64(b.N), "CPU-ms/op")
				})
				b.Run(words+"/"+name+"/"+place+"/arrow", func(b *testing.B) {
					for b.Loop() {
						r.keys(fyne.KeyLeft)
					}
				})
			}
		}
	}
}

// cpuTime is the user and system time that the process has used.
func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
