package export_test

import (
	"flag"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/specimen"
	"nianbao/model"
	"nianbao/model/intake"
)

var (
	portals  = flag.String("portals", "", "publish through real editors: the folder that export/web/portals/check prepares")
	pictures = flag.String("pictures", "", "with -portals, a folder for pictures of the pages")
)

// published are the reports that are tried in a browser.
func published(t *testing.T) map[string]*model.Report {
	return map[string]*model.Report{"sample": specimen.Sample(t), "digits": specimen.Digits(t), "marks": specimen.Marks(t)}
}

// files writes the reports into a folder as HTML.
func files(t *testing.T, dir string, o export.Options) []string {
	t.Helper()
	var all []string
	for name, r := range published(t) {
		out, err := export.Web().Bytes(r, o)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name+".html")
		if err := os.WriteFile(path, out.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		all = append(all, path)
	}
	return all
}

// tell runs a program and returns what it says; what it complains of is an error.
func tell(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return strings.TrimSpace(string(out))
}

// TestPortals: what the editors of portals make of a fragment, pasted or put in as
// HTML, is the same report.
func TestPortals(t *testing.T) {
	if *portals == "" {
		t.Skip("run export/web/portals/check")
	}
	dir := t.TempDir()
	fragments := files(t, dir, export.Options{Fragment: true, Stamp: export.StampNever})
	tell(t, "node", append([]string{"web/portals/editors.mjs", *portals}, fragments...)...)
	saved, err := filepath.Glob(filepath.Join(dir, "*.saved.html"))
	if err != nil || len(saved) != len(fragments)*6 {
		t.Fatalf("%d saved: %v", len(saved), err)
	}
	for _, path := range saved {
		name := strings.TrimSuffix(filepath.Base(path), ".saved.html")
		t.Run(name, func(t *testing.T) {
			article, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			page := `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head><body><div class="nav">首页 &gt; 政务公开</div><div class="article">` +
				string(article) + `</div><div class="footer">版权所有</div></body></html>`
			got, err := intake.Read("page.html", []byte(page), intake.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Unplaced) > 0 {
				t.Errorf("without a place: %.300v", got.Unplaced)
			}
			report, editor, _ := strings.Cut(name, ".")
			want := published(t)[report]
			if strings.HasPrefix(editor, "wangeditor") {
				decode(want)
			}
			wantSame(t, want, got.Report)
		})
	}
}

// decode does to prose what wangEditor 5.1.23 does: it decodes character references
// twice, so that of a text that spells one, &amp;, only its character is left. No
// HTML keeps it from that.
func decode(r *model.Report) {
	for _, blocks := range r.Narrative {
		for i := range blocks {
			blocks[i].Text = html.UnescapeString(blocks[i].Text)
		}
	}
}

// TestPortalsPages: the page is accessible (axe) and valid (Nu), and no wider than
// a telephone.
func TestPortalsPages(t *testing.T) {
	if *portals == "" {
		t.Skip("run export/web/portals/check")
	}
	pages := files(t, t.TempDir(), export.Options{})
	if said := tell(t, "node", append([]string{"web/portals/pages.mjs", *portals, *pictures}, pages...)...); said != "" {
		t.Error(said)
	}
	vnu := filepath.Join(*portals, "node_modules/vnu-jar/build/dist/vnu.jar")
	if said := tell(t, "java", append([]string{"-jar", vnu, "--stdout", "--exit-zero-always", "--no-langdetect"}, pages...)...); said != "" {
		t.Error(said)
	}
}
