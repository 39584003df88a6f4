package check

import "nianbao/model"

// rule is one entry of the list of rules.
type rule struct {
	id      string
	level   Level
	edition string // the only one it is for; empty for both
	source  string // what it rests on
	run     func(*checker)
}

// rules lists every rule. A new one is a line here, a function, its wording in
// messages.go and a test named after it.
//
// 60号 is 国办公开办函〔2019〕60号, 30号 is 国办公开办函〔2021〕30号.
var rules = []rule{
	{"A01", Error, "2021", "30号格式，表二：各格填数", noBlanks(model.Disclosure)},
	{"A02", Error, "2021", "30号格式，表二：件数", onlyValues(model.Disclosure, model.Count)},
	{"A03", Error, "2021", "30号格式，表二：收费金额单位万元", onlyValues(model.Disclosure, model.Money)},
	{"B01", Error, "2019", "60号格式，表二：各格填数", noBlanks(model.Disclosure)},
	{"B02", Error, "2019", "60号格式，表二：件数、增减、金额", onlyValues(model.Disclosure, model.Count, model.Change, model.Amount)},
	{"B05", Error, "2019", "60号格式，表二第（九）项", procurement},
	{"C01", Error, "", "格式，表三表头的勾稽关系", balance},
	{"C02", Error, "", "格式，表三（七）总计", statedDown},
	{"C03", Error, "", "格式，表三总计列", statedAcross(model.Applications)},
	{"C04", Error, "", "格式，表三：件数", onlyValues(model.Applications, model.Count)},
	{"C05", Error, "", "格式，表三：各格填数", noBlanks(model.Applications)},
	{"D01", Error, "", "格式，表四总计", statedAcross(model.Disputes)},
	{"D02", Error, "", "格式，表四：件数，各格填数", disputes},
	{"S02", Error, "", "条例第五十条：年度报告", titleYear},
	{"S06", Error, "", "60号、30号：年度与格式", editionOfCells},
	{"S11", Error, "", "条例第五十条第（四）项：存在的主要问题及改进情况", problems},
}
