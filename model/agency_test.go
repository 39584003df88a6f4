package model

import "testing"

func TestPropose(t *testing.T) {
	for name, short := range map[string]string{
		"梧桐镇人民政府": "我镇", "下栅乡人民政府": "我乡", "新义街道办事处": "我街道", "孝义市财政局": "我局", "交口县人民政府": "我县",
		"吕梁市人民政府": "我市", "内蒙古自治区人民政府": "我区", "某某管理中心": "",
	} {
		r, err := New(2026, NewAgency(name))
		if err != nil {
			t.Fatal(err)
		}
		r.Propose()
		if r.Agency.Short != short || r.Signature.Agency != name {
			t.Errorf("%s: called %q, signed %q", name, r.Agency.Short, r.Signature.Agency)
		}
		r.Rename("下堡镇人民政府")
		if r.Agency.Short != "我镇" || r.Signature.Agency != "下堡镇人民政府" || r.Agency.Name != "下堡镇人民政府" {
			t.Errorf("%s renamed: called %q, signed %q", name, r.Agency.Short, r.Signature.Agency)
		}
	}
	r := &Report{Agency: Agency{Name: "梧桐镇人民政府", Short: "梧桐镇"}, Signature: Signature{Agency: "梧桐镇党政办公室"}}
	r.Propose()
	r.Rename("下堡镇人民政府")
	if r.Agency.Short != "梧桐镇" || r.Signature.Agency != "梧桐镇党政办公室" {
		t.Errorf("what somebody wrote became %q and %q", r.Agency.Short, r.Signature.Agency)
	}
	r = &Report{Agency: Agency{Name: "梧桐镇人民政府"}}
	r.Rename("梧桐镇")
	if r.Signature.Agency != "" {
		t.Errorf("a signature that nobody wanted: %q", r.Signature.Agency)
	}
}
