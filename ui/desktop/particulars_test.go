package desktop

import (
	"testing"

	"nianbao/model"
	"nianbao/ui/desktop/pages"
)

// particulars shows 基本信息.
func (r *rig) particulars() *pages.Particulars {
	r.t.Helper()
	r.form.open(0)
	return r.form.shown().(*pages.Particulars)
}

// TestDateInAnyForm: 成文日期 is taken in every form that officials write, and shown
// as it prints. What is no date stays in its field, and says so.
func TestDateInAnyForm(t *testing.T) {
	r := newRig(t)
	f := r.newForm()
	for _, typed := range []string{
		"2027年1月20日", "2027.1.20", "2027/1/20", "2027-1-20", "20270120", "２０２７．１．２０", "二〇二七年一月二十日", "1月20日",
	} {
		p := r.particulars()
		f.Focus(p.Date)
		p.Date.SetText("")
		r.write(typed)
		r.page(model.Preamble)
		p = r.particulars()
		if got := f.d.Report().Signature.Date; got != "2027-01-20" || p.Date.Text != "2027年1月20日" || shows(p.Content(), "不是一个日期") {
			t.Errorf("%s: the report has %q, the field %q", typed, got, p.Date.Text)
		}
	}

	p := r.particulars()
	f.Focus(p.Date)
	p.Date.SetText("")
	r.write("下周一")
	if shows(p.Content(), "不是一个日期") {
		t.Error("what is being typed is called wrong")
	}
	r.page(model.Preamble)
	r.reshowForm()
	p = r.particulars()
	if p.Date.Text != "下周一" || !shows(p.Content(), "成文日期“下周一”不是一个日期") || pages.ParticularsState(f.d).Errors != 1 {
		t.Errorf("the field shows %q, and %d errors", p.Date.Text, pages.ParticularsState(f.d).Errors)
	}

	r.menuItem(textMenuToday)
	if got := f.d.Report().Signature.Date; got != "2027-01-12" || p.Date.Text != "2027年1月12日" || shows(p.Content(), "不是一个日期") {
		t.Errorf("today is %q, the field shows %q", got, p.Date.Text)
	}
	f = r.form
	f.Undo()
	if p.Date.Text != "下周一" || !shows(p.Content(), "不是一个日期") {
		t.Errorf("one step back the field shows %q", p.Date.Text)
	}
}
