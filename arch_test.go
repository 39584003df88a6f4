package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrow is one import.
type arrow struct{ from, to string }

// rule forbids imports: whoever begins with from (but is none of except) must
// not import what begins with to.
type rule struct {
	from   string
	except []string
	to     string
	why    string
}

var rules = []rule{
	{"nianbao/model", nil, "nianbao/export", "the report knows no paper"},
	{"nianbao/model", nil, "nianbao/ui", "the report knows no screen"},
	{"nianbao/model", nil, "nianbao/fonts", "the report knows no faces"},
	{"nianbao/export", nil, "nianbao/ui", "paper knows no screen"},
	{"nianbao/fonts", nil, "nianbao", "the faces know nothing of the project"},
	{"nianbao/assets", nil, "nianbao", "the assets know nothing of the project"},
	{"nianbao", []string{"nianbao/ui/desktop"}, "fyne.io", "only the window knows Fyne"},
	{"nianbao", []string{"nianbao/export/pdf"}, "github.com/signintech/gopdf", "only export/pdf knows gopdf"},
	{"nianbao", []string{"nianbao/model/store"}, "go.etcd.io/bbolt", "only model/store knows bbolt"},
	{"nianbao", nil, "nianbao/export/specimen", "only tests make specimens"},
	{"nianbao", nil, "nianbao/fonts/handmade", "only tests join faces"},
	{"nianbao", nil, "nianbao/model/intake/pdftext/handmade", "only tests make PDFs by hand"},
	{"nianbao/model/facts", nil, "nianbao", "reading prose needs no report"},
	{"nianbao/model/check", nil, "nianbao/model/store", "the rules know no disk"},
	{"nianbao/model/store", nil, "nianbao/model/check", "the store knows no report"},
	{"nianbao/model/store", nil, "nianbao/model/reportfile", "the store knows no report"},
	{"nianbao/model/store/boltfile", nil, "go.etcd.io/bbolt", "the check of bbolt's files trusts none of it"},
	{"nianbao/ui/desktop/widgets", nil, "nianbao/model", "a widget knows no report"},
	{"nianbao/ui/desktop/widgets", nil, "nianbao/export", "a widget knows no paper"},
	{"nianbao/ui/desktop/widgets", nil, "nianbao/ui/desktop/dialog", "a widget knows no window"},
	{"nianbao/ui/desktop/dialog", nil, "nianbao/model", "a dialog knows no report"},
	{"nianbao/ui/desktop/dialog", nil, "nianbao/export", "a dialog knows no paper"},
	{"nianbao/ui/desktop/preview", nil, "nianbao/ui/desktop/pages", "the preview knows no page"},
	{"nianbao/ui/desktop/pages", nil, "nianbao/model/store", "a page knows no drafts"},
	{"nianbao/ui/command", nil, "nianbao/ui/desktop", "the command line has no window"},
	{"nianbao/export/typeset", nil, "nianbao/export/pdf", "the layout knows no PDF"},
	{"nianbao/export/typeset", nil, "nianbao/export/raster", "the layout knows no picture"},
	{"nianbao/export/outline", nil, "nianbao/export", "the outline knows no format"},
	{"nianbao/export/outline", nil, "nianbao/fonts", "the outline knows no faces"},
	{"nianbao/export/typeset", nil, "nianbao/model", "paper is set from the outline, not from the report"},
	{"nianbao/export/pdf", nil, "nianbao/model", "the PDF is made of marks, not of the report"},
	{"nianbao/export/raster", nil, "nianbao/model", "the picture is made of marks, not of the report"},
	{"nianbao/export/raster", nil, "nianbao/export/pdf", "the picture is made of marks, not of the PDF"},
}

// under reports whether a package is the given one or below it.
func under(pkg, tree string) bool { return pkg == tree || strings.HasPrefix(pkg, tree+"/") }

// forbidden lists the arrows that break a rule, with the reason.
func forbidden(arrows []arrow) []string {
	var found []string
	for _, a := range arrows {
		for _, r := range rules {
			excepted := slices.ContainsFunc(r.except, func(e string) bool { return under(a.from, e) })
			if under(a.from, r.from) && under(a.to, r.to) && !excepted {
				found = append(found, a.from+" → "+a.to+": "+r.why)
			}
		}
	}
	return found
}

// pkg is what go list says of a package.
type pkg struct {
	ImportPath string
	Imports    []string
	GoFiles    []string
	CgoFiles   []string
}

func list(t *testing.T, cgo string, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,GoFiles,CgoFiles"}, args...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestArrows(t *testing.T) {
	for _, cgo := range []string{"0", "1"} {
		var arrows []arrow
		for _, p := range list(t, cgo, "./...") {
			for _, to := range p.Imports {
				arrows = append(arrows, arrow{p.ImportPath, to})
			}
		}
		for _, f := range forbidden(arrows) {
			t.Errorf("CGO_ENABLED=%s: %s", cgo, f)
		}
	}
}

// TestWhatIsLinked looks at all that comes along with a package.
func TestWhatIsLinked(t *testing.T) {
	tests := []struct {
		cgo, pkg  string
		forbidden []string
	}{
		{"0", "./model/...", []string{"fyne.io", "github.com/signintech/gopdf"}},
		{"1", "./model/...", []string{"fyne.io", "github.com/signintech/gopdf"}},
		{"0", ".", []string{"fyne.io"}},                        // the headless program
		{"0", "./ui/desktop", []string{"fyne.io/fyne/v2/app"}}, // all but one file of the window
	}
	for _, tt := range tests {
		for _, p := range list(t, tt.cgo, "-deps", tt.pkg) {
			for _, f := range tt.forbidden {
				if under(p.ImportPath, f) {
					t.Errorf("CGO_ENABLED=%s: %s links %s", tt.cgo, tt.pkg, p.ImportPath)
				}
			}
		}
	}
}

// TestForbidden: the rules can fail.
func TestForbidden(t *testing.T) {
	for _, a := range []arrow{
		{"nianbao/model/check", "nianbao/export"},
		{"nianbao/model", "nianbao/ui/desktop"},
		{"nianbao/export", "fyne.io/fyne/v2"},
		{"nianbao/ui/command", "fyne.io/fyne/v2/widget"},
		{"nianbao/export/typeset", "github.com/signintech/gopdf"},
		{"nianbao/model/desk", "go.etcd.io/bbolt"},
		{"nianbao/export/typeset", "nianbao/model"},
		{"nianbao/export/outline", "nianbao/export/typeset"},
		{"nianbao/fonts", "nianbao/model"},
	} {
		if len(forbidden([]arrow{a})) == 0 {
			t.Errorf("%s → %s is let through", a.from, a.to)
		}
	}
	for _, a := range []arrow{
		{"nianbao/ui/desktop", "fyne.io/fyne/v2/widget"},
		{"nianbao/export/pdf", "github.com/signintech/gopdf"},
		{"nianbao/model/store", "go.etcd.io/bbolt/errors"},
		{"nianbao/export", "nianbao/model"},
		{"nianbao/export/typeset", "nianbao/export/outline"},
	} {
		if found := forbidden([]arrow{a}); len(found) != 0 {
			t.Errorf("refused: %v", found)
		}
	}
}
