package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/ui/desktop/pages"
	"nianbao/ui/desktop/widgets"
)

// paste pastes a text into what has the focus.
func (r *rig) paste(text string) {
	r.t.Helper()
	r.focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard(text)})
	r.drain()
}

// TestPasteWithLabels: a block selected in Excel with its labels goes into the rows
// of these; labels of no row are named; where none is known the labels are dropped.
func TestPasteWithLabels(t *testing.T) {
	for _, c := range []struct {
		name, at, text string
		want           map[model.Address]string
		said           string
	}{
		{
			"one column, two rows, from another row", "applications.received.person", "予以公开\t3\n部分公开\t1",
			map[model.Address]string{"applications.granted.person": "3", "applications.partial.person": "1", "applications.received.person": "0"},
			"已粘贴 2 格",
		},
		{
			"another column", "applications.received.legal", "予以公开\t3",
			map[model.Address]string{"applications.granted.legal": "3", "applications.granted.person": "0"},
			"已粘贴 1 格",
		},
		{
			"one label of no row", "applications.received.person", "予以公开\t3\n另行处理\t8",
			map[model.Address]string{"applications.granted.person": "3"},
			"表里没有“另行处理”，没有粘",
		},
		{
			"labels of another form", "applications.received.person", "新收\t3\t4\n结转\t1\t2",
			map[model.Address]string{"applications.received.person": "3", "applications.received.business": "4", "applications.carriedIn.business": "2"},
			"已粘贴 4 格",
		},
		{"more than the table has", "applications.received.other", "1\t2\t3", map[model.Address]string{"applications.received.other": "1"}, "有 1 个数超出了表格，没有粘"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			f := r.openSample()
			p := r.page(model.Applications).(*pages.Table)
			f.Focus(p.Grid.Cells[model.Address(c.at)].Entry)
			r.paste(c.text)
			for a, want := range c.want {
				if got := f.d.Report().Value(a); got != want {
					t.Errorf("%s = %q, want %q", a, got, want)
				}
			}
			if !shows(p.Notices, c.said) {
				t.Errorf("notices %q", texts(p.Notices))
			}
			f.Undo()
			if shows(p.Notices, "已粘贴") {
				t.Errorf("after undoing: %q", texts(p.Notices))
			}
		})
	}
}

// TestTableIntoProse: a table pasted into a text stands there with blanks for its
// tabs, and is offered to the table that it is like.
func TestTableIntoProse(t *testing.T) {
	const table = "行政许可\t12\n行政处罚\t3\n"
	for _, c := range []struct {
		answer, text, cell string
	}{{"填到表里", "", "12"}, {"留在这里", "行政许可 12\n行政处罚 3\n", "0"}} {
		r := newRig(t)
		f := r.openSample()
		f.d.RemoveBlock(model.Problems, 0)
		if err := f.d.SetText(model.Problems, 0, ""); err != nil {
			t.Fatal(err)
		}
		p := r.page(model.Problems).(*pages.Prose)
		f.Focus(p.Cards[0].Text)
		before := f.d.Report().Value("disclosure.licensing.decided")
		r.paste("写在一行里\t3")
		if r.Modal != nil {
			t.Fatal("a line with a tab is taken for a table")
		}
		f.Undo()
		r.paste(table)
		if r.Modal == nil {
			t.Fatal("nothing is offered")
		}
		find(t, r, func(b *widgets.Button) bool { return b.Text == c.answer }).Tapped(nil)
		if c.cell == "0" {
			c.cell = before
		}
		if got := f.d.Report().Value("disclosure.licensing.decided"); got != c.cell {
			t.Errorf("%s: the cell holds %q, want %q", c.answer, got, c.cell)
		}
		if got := p.Cards[0].Text.Text; got != c.text {
			t.Errorf("%s: the text is %q, want %q", c.answer, got, c.text)
		}
	}
}

func TestPasteOfABlock(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	f.Focus(p.Grid.Cells["applications.received.legal"].Entry)
	r.focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{
		Clipboard: clipboard("1\t2\t99\r\n3\t四\t99\r\n"),
	})
	for a, want := range map[model.Address]string{
		"applications.received.legal": "1", "applications.received.other": "2",
		"applications.received.total": "3", "applications.carriedIn.legal": "3",
		"applications.carriedIn.other": "四", "applications.received.charity": "0",
	} {
		if got := f.d.Report().Value(a); got != want {
			t.Errorf("%s = %q, want %q", a, got, want)
		}
	}
	if c := p.Grid.Cells["applications.carriedIn.other"]; c.Entry.Text != "四" || c.Refused == "" {
		t.Errorf("refused cell shows %q (%s)", c.Entry.Text, c.Refused)
	}
	if !shows(p.Notices, "已粘贴 3 格，合计格 2 个由程序计算，没有粘；有 1 格不是数，照原样留着") {
		t.Errorf("notices %q", texts(p.Notices))
	}
}

// TestPasteOfABook: more than a cell keeps leaves what was there, and is told of.
func TestPasteOfABook(t *testing.T) {
	r := newRig(t)
	f := r.openSample()
	p := r.page(model.Applications).(*pages.Table)
	const a = model.Address("applications.granted.person")
	before := f.d.Report().Value(a)
	cell := p.Grid.Cells[a]
	for _, c := range []struct {
		text, written, said string
	}{
		{strings.Repeat("书", model.MaxUnread+1), before, "超过 1000 字"},
		{strings.Repeat("书", model.MaxUnread), strings.Repeat("书", model.MaxUnread), "照原样留着"},
	} {
		f.Focus(cell.Entry)
		r.paste(c.text)
		if got := f.d.Report().Written(a); got != c.written || cell.Entry.Text != c.written {
			t.Errorf("%d characters pasted: the report has %q, the cell %q", len([]rune(c.text)), got, cell.Entry.Text)
		}
		if !shows(p.Notices, c.said) {
			t.Errorf("notices %q", texts(p.Notices))
		}
	}
	r.keys(fyne.KeyEnd)
	cell.Entry.TypedRune('书')
	r.drain()
	kept, said := len([]rune(f.d.Report().Written(a))), strings.Join(texts(p.Notices), "")
	if kept != model.MaxUnread || !strings.Contains(said, "放不下") {
		t.Errorf("one more: the report has %d characters, said %q", kept, said)
	}
}
