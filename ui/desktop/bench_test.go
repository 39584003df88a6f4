package desktop

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/desktop/pages"
)

// BenchmarkPhrase is a phrase of ten characters committed by an input method
// into a field of 5,000 characters, with all that follows from it; beside it, what
// Fyne's own entry needs for such a paste, below which no field of ours can be.
func BenchmarkPhrase(b *testing.B) {
	const phrase = "推进政府信息公开工作"
	text := strings.Repeat(strings.Repeat("我镇政府信息公开工作存在不足，", 20)+"\n", 17)
	r := newRig(b)
	f := r.openSample()
	r.drain()
	// The preview waits until the typing rests.
	r.After = func(time.Duration, func()) func() { return func() {} }
	field := r.page(model.Problems).(*pages.Prose).Cards[0].Text
	f.Focus(field)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			field.Load(text)
			b.StartTimer()
			r.write(phrase)
		}
	})
	size := field.Size()
	b.Run("fyne", func(b *testing.B) {
		entry := widget.NewMultiLineEntry()
		entry.Wrapping = fyne.TextWrapBreak
		r.Window.SetContent(container.NewWithoutLayout(entry))
		entry.Resize(size)
		for b.Loop() {
			b.StopTimer()
			entry.SetText(text)
			b.StartTimer()
			entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard(phrase)})
		}
	})
}

// BenchmarkTablePage is the making and showing of 表三.
func BenchmarkTablePage(b *testing.B) {
	r := newRig(b)
	f := r.openSample()
	for b.Loop() {
		r.page(model.Applications)
		for _, e := range f.entries {
			e.page = nil
		}
	}
}

// BenchmarkNumber is a digit typed into 表三.
func BenchmarkNumber(b *testing.B) {
	r := newRig(b)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	f.Focus(p.Grid.Cells["applications.granted.person"].Entry)
	for b.Loop() {
		r.focused().TypedRune('1')
		r.keys(fyne.KeyBackspace)
	}
}

// BenchmarkPreview is what follows when the typing has rested: the report laid out
// anew and the page in work drawn.
func BenchmarkPreview(b *testing.B) {
	r := newRig(b)
	f := r.openSample()
	r.page(model.Overview)
	r.drain()
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		if err := f.d.SetHeading(model.Overview, 1, strings.Repeat("主动公开情况", i%2+1)); err != nil {
			b.Fatal(err)
		}
		r.drain()
		f.preview.Sheet.Empty()
		b.StartTimer()
		f.paper.Update()
		r.drain()
		if f.preview.Sheet.Image.Image == nil {
			b.Fatal("no page drawn")
		}
	}
}
