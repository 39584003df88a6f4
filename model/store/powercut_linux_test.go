package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nianbao/model/internal/powercut"
)

// recordChild records what a process that plays a role does to a store's folder.
func recordChild(t *testing.T, dir, role string) *powercut.Recording {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "GORACE=atexit_sleep_ms=0", "STORE_TEST_DIR="+dir, "STORE_TEST_ROLE="+role)
	return powercut.Record(t, dir, cmd)
}

// TestPowerCut cuts the power after every step of a recorded row of saves: what
// was acknowledged is there, whole.
func TestPowerCut(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	id := create(t, s, "甲", "0 ")
	closeChecked(t, s)
	saves, steps := 8, 20
	if *long {
		saves, steps = 80, 0
	}
	recording := recordChild(t, dir, fmt.Sprintf("save %d", saves))
	acknowledged, cuts := recording.Cuts(rand.New(rand.NewPCG(5, 6)), steps, func(c powercut.Cut) {
		if bad := afterCut(t, c, func(s *Store) string { return saved(s, id, c.Acknowledged) }); bad != "" {
			t.Fatalf("%v: %s", c, bad)
		}
	})
	if acknowledged != saves {
		t.Errorf("%d of %d saves were acknowledged", acknowledged, saves)
	}
	t.Logf("%d saves, %d power cuts", saves, cuts)
}

// saved says what is wrong with a draft of which so many saves were acknowledged.
func saved(s *Store, id ID, acknowledged int) string {
	if s.Opening().Salvage != nil {
		return strings.Join(s.Opening().Words(), "")
	}
	content, err := s.Load(id)
	if err != nil {
		return err.Error()
	}
	n, _, _ := strings.Cut(string(content), " ")
	found, err := strconv.Atoi(n)
	if err != nil || found < acknowledged || found > acknowledged+1 {
		return fmt.Sprintf("holds save %q, %d was acknowledged", n, acknowledged)
	}
	if found > 0 && string(content) != saveText(found) {
		return fmt.Sprintf("save %d has other content", found)
	}
	return ""
}

// afterCut opens what a power cut has left and says what is wrong with it.
func afterCut(t *testing.T, c powercut.Cut, look func(*Store) string) string {
	t.Helper()
	dir := t.TempDir()
	c.Restore(t, dir)
	s, err := Open(dir, Options{Summarise: summarise})
	if err != nil {
		return err.Error()
	}
	defer func() { _ = s.Close() }()
	return look(s)
}

// TestPowerCutWhileBuilding cuts the power while a store file is built and takes
// its name: there is a store before and after, and at every moment between, with
// all that was acknowledged.
func TestPowerCutWhileBuilding(t *testing.T) {
	for role, tt := range buildings() {
		t.Run(role, func(t *testing.T) {
			dir := t.TempDir()
			tt.prepare(t, dir)
			steps := 4
			if *long {
				steps = 0
			}
			acknowledged, cuts := recordChild(t, dir, role).Cuts(rand.New(rand.NewPCG(7, 8)), steps, func(c powercut.Cut) {
				if bad := afterCut(t, c, func(s *Store) string {
					if role != "salvage" && s.Opening().Salvage != nil {
						return strings.Join(s.Opening().Words(), "")
					}
					return tt.look(s, c.Acknowledged)
				}); bad != "" {
					t.Fatalf("%v: %s", c, bad)
				}
			})
			if acknowledged != 1 {
				t.Error("it was not done")
			}
			t.Logf("%d power cuts", cuts)
		})
	}
}

// holds says what is wrong with a store of one draft.
func holds(s *Store, want string) string {
	list, err := s.List()
	if err != nil || len(list) != 1 {
		return fmt.Sprintf("%d drafts, %v", len(list), err)
	}
	if content, err := s.Load(list[0].ID); err != nil || string(content) != want {
		return fmt.Sprintf("holds %.20q, %v; want %.20q", content, err, want)
	}
	return ""
}

// building is a way to build a store file: what there is before, and what has to
// be there after a power cut, by what was acknowledged until then.
type building struct {
	prepare func(t *testing.T, dir string)
	look    func(s *Store, acknowledged int) string
}

func buildings() map[string]building {
	prepared := func(t *testing.T, dir string) *Store {
		s := openWith(t, dir, Options{})
		create(t, s, "甲", "甲:一")
		return s
	}
	return map[string]building{
		"make": {func(*testing.T, string) {}, func(s *Store, acknowledged int) string {
			if acknowledged == 0 {
				return ""
			}
			return holds(s, "甲:一")
		}},
		"compact": {func(t *testing.T, dir string) { closeChecked(t, prepared(t, dir)) }, func(s *Store, _ int) string {
			return holds(s, "甲:一")
		}},
		"restore": {func(t *testing.T, dir string) {
			s := prepared(t, dir)
			list, err := s.List()
			if err == nil {
				_, err = s.Backup()
			}
			if err == nil {
				err = s.Save(list[0].ID, list[0], []byte("甲:二"))
			}
			if err != nil {
				t.Fatal(err)
			}
			closeChecked(t, s)
		}, func(s *Store, acknowledged int) string {
			before := holds(s, "甲:二")
			if acknowledged == 0 && before == "" {
				return ""
			}
			return holds(s, "甲:一")
		}},
		"migrate": {func(t *testing.T, dir string) {
			old, err := os.ReadFile("testdata/schema1.db")
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, fileName), old, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}, func(s *Store, _ int) string {
			if list, err := s.List(); err != nil || len(list) == 0 {
				return fmt.Sprintf("%d drafts, %v", len(list), err)
			}
			return ""
		}},
		"salvage": {func(t *testing.T, dir string) {
			closeChecked(t, prepared(t, dir))
			spoilPages(t, dir)
		}, func(s *Store, acknowledged int) string {
			if all, err := s.Salvages(); err != nil || len(all) == 0 {
				return fmt.Sprintf("%d accounts of the salvage, %v", len(all), err)
			}
			return holds(s, "甲:一")
		}},
		"backup": {func(t *testing.T, dir string) { closeChecked(t, prepared(t, dir)) }, func(s *Store, acknowledged int) string {
			if acknowledged > 0 && (len(s.Backups()) == 0 || verify(s.Backups()[0].Path) != nil) {
				return "no sound backup"
			}
			for _, b := range s.Backups() {
				if err := verify(b.Path); err != nil {
					return err.Error()
				}
			}
			return holds(s, "甲:一")
		}},
	}
}
