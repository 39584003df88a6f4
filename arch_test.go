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

// rule forbids imports: whoever begins with from must not import what begins with
// to, but where one of the two begins with an exception.
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
	{"nianbao", []string{"nianbao/export/qrcode"}, "rsc.io/qr", "only export/qrcode knows the library"},
	{"nianbao", []string{"nianbao/model/store"}, "go.etcd.io/bbolt", "only model/store knows bbolt"},
	{"nianbao", nil, "nianbao/export/specimen", "only tests make specimens"},
	{"nianbao", nil, "nianbao/model/golden", "only tests have golden files"},
	{"nianbao", nil, "nianbao/model/internal/fulldisk", "only tests run out of room"},
	{"nianbao", nil, "nianbao/export/pdf/poppler", "only tests have others read a PDF"},
	{"nianbao", nil, "nianbao/fonts/handmade", "only tests join faces"},
	{"nianbao", nil, "nianbao/model/intake/handmade", "only tests pack documents by hand"},
	{"nianbao", nil, "nianbao/model/intake/pdftext/handmade", "only tests make PDFs by hand"},
	{"nianbao", nil, "nianbao/ui/internal/beside", "only tests start programs beside them"},
	{"nianbao/model/facts", []string{"nianbao/model/han", "nianbao/model/internal/pattern"}, "nianbao", "reading prose needs no report"},
	{"nianbao/model/han", nil, "nianbao", "how Chinese is typed needs nothing of the project"},
	{"nianbao/model/check", nil, "nianbao/model/store", "the rules know no disk"},
	{"nianbao/model/store", nil, "nianbao/model/check", "the store knows no report"},
	{"nianbao/model/store", nil, "nianbao/model/reportfile", "the store knows no report"},
	{"nianbao/model/store/boltfile", nil, "go.etcd.io/bbolt", "the check of bbolt's files trusts none of it"},
	{"nianbao/ui/desktop/widgets", []string{"nianbao/model/han"}, "nianbao/model", "a widget knows no report"},
	{"nianbao/ui/desktop/widgets", nil, "nianbao/export", "a widget knows no paper"},
	{"nianbao/ui/desktop/widgets", nil, "nianbao/ui/desktop/dialog", "a widget knows no window"},
	{"nianbao/ui/desktop/dialog", nil, "nianbao/model", "a dialog knows no report"},
	{"nianbao/ui/desktop/dialog", nil, "nianbao/export", "a dialog knows no paper"},
	{"nianbao/ui/desktop/preview", nil, "nianbao/ui/desktop/pages", "the preview knows no page"},
	{"nianbao/ui/desktop/pages", nil, "nianbao/model/store", "a page knows no drafts"},
	{"nianbao/ui/failure", nil, "nianbao/ui/desktop", "the words of errors know no window"},
	{"nianbao/ui/failure", nil, "nianbao/ui/command", "the words of errors know no command line"},
	{"nianbao/ui/command", nil, "nianbao/ui/desktop", "the command line has no window"},
	{"nianbao/export/digest", nil, "nianbao/fonts", "what is on a picture knows no faces"},
	{"nianbao/export/digest", nil, "nianbao/export", "what is on a picture knows no paper"},
	{"nianbao/export/typeset", nil, "nianbao/export/pdf", "the layout knows no PDF"},
	{"nianbao/export/typeset", nil, "nianbao/export/raster", "the layout knows no picture"},
	{"nianbao/export/outline", nil, "nianbao/export", "the outline knows no format"},
	{"nianbao/export/outline", nil, "nianbao/fonts", "the outline knows no faces"},
	{"nianbao/export/typeset", []string{"nianbao/model/han"}, "nianbao/model", "paper is set from the outline, not from the report"},
	{"nianbao/export/pdf", nil, "nianbao/model", "the PDF is made of marks, not of the report"},
	{"nianbao/export/raster", nil, "nianbao/model", "the picture is made of marks, not of the report"},
	{"nianbao/export/raster", nil, "nianbao/export/pdf", "the picture is made of marks, not of the PDF"},
	{"nianbao/export/ofd", nil, "nianbao/model", "the OFD is made of marks, not of the report"},
	{"nianbao/export/ooxml", nil, "nianbao", "the package of a document knows no report"},
	{"nianbao/export/ofd", nil, "nianbao/export/pdf", "the OFD is made of marks, not of the PDF"},
}

// under reports whether a package is the given one or below it.
func under(pkg, tree string) bool { return pkg == tree || strings.HasPrefix(pkg, tree+"/") }

// forbidden lists the arrows that break a rule, with the reason.
func forbidden(arrows []arrow) []string {
	var found []string
	for _, a := range arrows {
		for _, r := range rules {
			excepted := slices.ContainsFunc(r.except, func(e string) bool { return under(a.from, e) || under(a.to, e) })
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

// TestPicture holds the picture in CONTRIBUTING.md against the code: every package
// has a line, below all lines that lead to it; every arrow drawn is there, and
// every one that is there is drawn.
func TestPicture(t *testing.T) {
	text, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	imports := map[string][]string{}
	for _, cgo := range []string{"0", "1"} {
		for _, p := range list(t, cgo, "./...") {
			imports[inPicture(p.ImportPath)] = append(imports[inPicture(p.ImportPath)], ofProject(p.Imports)...)
		}
	}
	for _, wrong := range differences(picture(string(text)), imports) {
		t.Error(wrong)
	}
}

// room is a line of the picture: a package and what its arrows lead to.
type room struct {
	name    string
	targets []string
}

// picture reads the lines of the first picture: “包 → 包, 包  （说明）”.
func picture(text string) []room {
	_, text, _ = strings.Cut(text, "```\n")
	text, _, _ = strings.Cut(text, "```")
	var rooms []room
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "（")
		name, to, _ := strings.Cut(line, "→")
		r := room{name: strings.TrimSpace(name)}
		for target := range strings.SplitSeq(to, ",") {
			if target = strings.TrimSpace(target); target != "" {
				r.targets = append(r.targets, target)
			}
		}
		rooms = append(rooms, r)
	}
	return rooms
}

// inPicture is how the picture calls a package.
func inPicture(path string) string {
	if path == "nianbao" {
		return "main"
	}
	return strings.TrimPrefix(path, "nianbao/")
}

func ofProject(imports []string) []string {
	var all []string
	for _, i := range imports {
		if under(i, "nianbao") {
			all = append(all, inPicture(i))
		}
	}
	return all
}

// leads reports whether an arrow to a target leads to a package: model/… is model
// and all below it.
func leads(target, name string) bool {
	if tree, ok := strings.CutSuffix(target, "/…"); ok {
		return under(name, tree)
	}
	return target == name
}

// differences lists where the picture and the code differ.
func differences(rooms []room, imports map[string][]string) []string {
	var wrong []string
	place := map[string]int{}
	for i, r := range rooms {
		if _, ok := imports[r.name]; !ok {
			wrong = append(wrong, r.name+" stands in the picture of CONTRIBUTING.md, and is no package")
		}
		place[r.name] = i
	}
	for name := range imports {
		if _, ok := place[name]; !ok {
			wrong = append(wrong, name+" lacks its line in the picture of CONTRIBUTING.md")
		}
	}
	for i, r := range rooms {
		for _, to := range imports[r.name] {
			if !slices.ContainsFunc(r.targets, func(target string) bool { return leads(target, to) }) {
				wrong = append(wrong, r.name+" → "+to+" is not drawn in CONTRIBUTING.md")
			}
			if at, ok := place[to]; ok && at <= i {
				wrong = append(wrong, r.name+" → "+to+" leads up in the picture of CONTRIBUTING.md")
			}
		}
		for _, target := range r.targets {
			if !slices.ContainsFunc(imports[r.name], func(to string) bool { return leads(target, to) }) {
				wrong = append(wrong, r.name+" → "+target+" is drawn in CONTRIBUTING.md, and not in the code")
			}
		}
	}
	return wrong
}

// TestPictureCanFail: whatever differs is seen.
func TestPictureCanFail(t *testing.T) {
	const drawn = "```\na → b/…, c  （上）\nb/x\nc  （下）\n```"
	for name, imports := range map[string]map[string][]string{
		"the same":        {"a": {"b/x", "c"}, "b/x": nil, "c": nil},
		"a line lacking":  {"a": {"b/x", "c"}, "b/x": nil, "c": nil, "d": nil},
		"a line too many": {"a": {"b/x", "c"}, "b/x": nil},
		"an arrow gone":   {"a": {"b/x"}, "b/x": nil, "c": nil},
		"another arrow":   {"a": {"b/x", "c"}, "b/x": {"c"}, "c": nil},
		"an arrow up":     {"a": {"b/x", "c"}, "b/x": nil, "c": {"a"}},
	} {
		if wrong := differences(picture(drawn), imports); (len(wrong) == 0) != (name == "the same") {
			t.Errorf("%s: %q", name, wrong)
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
