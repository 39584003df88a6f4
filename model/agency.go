package model

import (
	"cmp"
	"slices"
	"strings"
)

// nameEnding is what the ending of an agency's name tells of it.
type nameEnding struct {
	ending string
	kind   AgencyKind
	short  string // how the prose calls it
}

// nameEndings lists the endings of names; the longest that fits tells.
func nameEndings() []nameEnding {
	return []nameEnding{
		{"街道办事处", Subdistrict, "我街道"},
		{"镇人民政府", Township, "我镇"},
		{"乡人民政府", Township, "我乡"},
		{"县人民政府", County, "我县"},
		{"区人民政府", County, "我区"},
		{"旗人民政府", County, "我旗"},
		{"自治区人民政府", Province, "我区"},
		{"省人民政府", Province, "我省"},
		{"市人民政府", City, "我市"},
		{"局", Department, "我局"},
		{"委员会", Department, "我委"},
		{"办公室", Department, "我办"},
	}
}

// endingOf is what a name ends with; its kind is a township where it tells nothing.
func endingOf(name string) nameEnding {
	fitting := slices.DeleteFunc(nameEndings(), func(e nameEnding) bool { return !strings.HasSuffix(name, e.ending) })
	if len(fitting) == 0 {
		return nameEnding{kind: Township}
	}
	return slices.MaxFunc(fitting, func(a, b nameEnding) int { return cmp.Compare(len(a.ending), len(b.ending)) })
}

// NewAgency is an agency of the given full name; its kind is guessed from the
// ending of the name, a township where it tells nothing.
func NewAgency(name string) Agency {
	name = strings.TrimSpace(name)
	return Agency{Name: name, Kind: endingOf(name).kind}
}

// ShortFor is how the prose usually calls an agency of that name: 我镇. Empty where the
// name does not tell.
func ShortFor(name string) string { return endingOf(strings.TrimSpace(name)).short }

// Propose fills in what follows from the agency's name while nobody has written it: how
// the prose calls it, and 落款机关.
func (r *Report) Propose() {
	r.Agency.Short = cmp.Or(r.Agency.Short, ShortFor(r.Agency.Name))
	r.Signature.Agency = cmp.Or(r.Signature.Agency, r.Agency.Name)
}

// Rename gives the agency another name. What was proposed from the one before is
// proposed from the new one; what somebody wrote stays.
func (r *Report) Rename(name string) {
	if r.Agency.Short == ShortFor(r.Agency.Name) {
		r.Agency.Short = ShortFor(name)
	}
	if r.Signature.Agency == r.Agency.Name && r.Signature.Agency != "" {
		r.Signature.Agency = name
	}
	r.Agency.Name = name
}
