package pages

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nianbao/fonts"
	"nianbao/model"
	"nianbao/ui/desktop/widgets"
)

// newLook runs the test in the program's theme.
func newLook(t *testing.T) {
	t.Helper()
	faces, err := fonts.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewApp()
	t.Cleanup(a.Quit)
	a.Settings().SetTheme(widgets.Look{Face: fyne.NewStaticResource("face.ttf", faces.Face(fonts.Hei).Data())})
}

// TestGroupLabelsBreakBehindTheirNumber, where they must break at all.
func TestGroupLabelsBreakBehindTheirNumber(t *testing.T) {
	newLook(t)
	label, _ := labelOf(model.GridCell{Role: model.RoleLabel, RowSpan: 3, Text: "（三）不予公开"})
	lines := func(width float32) string {
		label.Resize(fyne.NewSize(width, 100))
		var all []string
		for _, o := range test.WidgetRenderer(label).Objects() {
			all = append(all, o.(*canvas.Text).Text)
		}
		return strings.Join(all, " ")
	}
	if got := lines(500); got != "（三）不予公开" {
		t.Errorf("in a wide column: %q", got)
	}
	whole := fyne.MeasureText("（三）不予公开", widgets.Size(widgets.SizeSmall), fyne.TextStyle{}).Width
	if got := lines(whole - 1); got != "（三） 不予公开" {
		t.Errorf("in a narrow one: %q", got)
	}
}
