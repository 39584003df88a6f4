package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// inShapes are rows as text has them: with tabs, with one blank or two between, with
// commas, or a cell on a line.
func inShapes(title string, rows ...string) map[string]string {
	all := map[string]string{}
	for name, between := range map[string]string{"tabs": "\t", "a blank": " ", "two blanks": "  ", "a line": "\n", "commas": ","} {
		text := []string{ownTitle, title}
		for _, r := range rows {
			cells := strings.Split(r, "|")
			if name != "tabs" && name != "commas" { // a joined cell leaves nothing
				cells = slices.DeleteFunc(cells, func(c string) bool { return c == "" })
			}
			text = append(text, strings.Join(cells, between))
		}
		all[name] = lines(append(text, "六、其他需要报告的事项", "没有。")...)
	}
	return all
}

func runShapes(t *testing.T, what, title string, rows []string, want outcome, but ...string) {
	t.Helper()
	all := inShapes(title, rows...)
	var readings []reading
	for _, name := range []string{"tabs", "a blank", "two blanks", "a line", "commas"} {
		file := "a.txt"
		if name == "commas" {
			file = "a.csv"
		}
		if !slices.Contains(but, name) {
			readings = append(readings, reading{fmt.Sprintf("%s, %s", what, name), file, all[name], want})
		}
	}
	runReadings(t, readings)
}

// TestHeadOrder: heads in another order than the form's are followed where it is certain
// which number stands under which; where it is not, the row is left out and told. In the
// form's own order nothing changes.
func TestHeadOrder(t *testing.T) {
	const (
		second, third, fourth = "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"
		order                 = "次序与国家格式不同"
		outcomes              = "结果维持|结果纠正|其他结果|尚未审结|总计"
		received              = "一、本年新收政府信息公开申请数量|"
	)
	cells := func(prefix string, values ...string) map[model.Address]string {
		all := map[model.Address]string{}
		for i := 0; i < len(values); i += 2 {
			all[model.Address(prefix+values[i])] = values[i+1]
		}
		return all
	}
	refused := func(cells map[model.Address]string) outcome { return outcome{cells: cells, said: []string{order}} }
	read := func(cells map[model.Address]string) outcome {
		return outcome{cells: cells, silent: []string{order}, whole: true}
	}

	documents := cells("disclosure.documents.", "issued", "19", "repealed", "7", "effective", "4")
	runShapes(t, "two in another order", second, []string{"信息内容|现行有效件数|本年制发件数|本年废止件数", "规章|0|0|0", "行政规范性文件|4|19|7"}, read(documents))
	runShapes(t, "not: two in the form's", second, []string{"信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0|0|0", "行政规范性文件|19|7|4"}, read(documents))
	runShapes(t, "two, a number too few", second, []string{"信息内容|现行有效件数|本年制发件数|本年废止件数", "规章|0|0|0", "行政规范性文件|4|19"}, refused(cells("disclosure.documents.", "issued", "", "effective", "")))

	of := func(person, research, other string) map[model.Address]string {
		return cells("applications.received.", "person", person, "research", research, "other", other)
	}
	row := received + "12|3|1|0|0|0|16"
	const groups, rest = "自然人|法人或其他组织|||||总计", "|商业企业|科研机构|社会公益组织|法律服务机构|其他"
	runShapes(t, "not: three in the form's", third, []string{"|申请人情况", "|" + groups, "|" + rest, row}, read(of("12", "1", "0")))
	runShapes(t, "not: three on one line", third, []string{"|自然人" + rest + "|总计", row}, read(of("12", "1", "0")))
	runShapes(t, "three within the group", third, []string{"|" + groups, "||科研机构|商业企业|社会公益组织|法律服务机构|其他", row}, refused(of("", "", "")))
	runShapes(t, "three, the sum first", third, []string{"|总计|自然人|法人或其他组织", "||" + rest, received + "16|12|3|1|0|0|0"}, refused(of("", "", "")))
	runShapes(t, "three, the persons last", third, []string{"|法人或其他组织", rest, "|自然人|总计", received + "3|1|0|0|0|12|16"}, refused(of("", "", "")), "two blanks")
	runShapes(t, "three on one line, another order", third, []string{"|总计|自然人" + rest, received + "16|12|3|1|0|0|0"}, read(of("12", "1", "0")), "a line")
	runReadings(t, []reading{
		{"three, one below the other, the sum first", "a.txt", inShapes(third, "总计|自然人"+rest, received+"16|12|3|1|0|0|0")["a line"], refused(of("", "", ""))},
		{"three, one below the other, the persons last", "a.txt", inShapes(third, rest+"|自然人", received+"3|1|0|0|0|12")["a line"], refused(of("", "", ""))},
		{"three, one below the other, the persons among", "a.txt", inShapes(third, "商业企业|自然人|科研机构|社会公益组织|法律服务机构|其他|总计", received+"3|12|1|0|0|0|16")["a line"], refused(of("", "", ""))},
	})
	runShapes(t, "three on one line, no sum, another order", third, []string{rest + "|自然人", received + "3|1|0|0|0|12"}, read(of("12", "1", "0")), "a line")

	disputes := func(review, direct, after string) map[model.Address]string {
		return cells("disputes.", "review.upheld", review, "direct.upheld", direct, "afterReview.upheld", after)
	}
	none := refused(disputes("", "", ""))
	none.cells["disputes.review.corrected"], none.cells["disputes.direct.corrected"] = "", ""
	five := func(n string) string { return n + "|0|0|0|" + n }
	numbers := five("1") + "|" + five("2") + "|" + five("3")
	const blank = "|||||"
	runShapes(t, "not: four in the form's", fourth, []string{"行政复议" + blank + "行政诉讼", outcomes + "|未经复议直接起诉" + blank + "复议后起诉", blank + outcomes + "|" + outcomes, numbers}, read(disputes("1", "2", "3")))
	runShapes(t, "not: four, its heads on two pages", fourth, []string{"行政复议" + blank + "行政诉讼", outcomes + "|" + outcomes + "|" + outcomes, "行政复议" + blank + "行政诉讼", outcomes + "|" + outcomes + "|" + outcomes, numbers}, read(disputes("1", "2", "3")))
	runShapes(t, "not: four, joined cells written twice", fourth, []string{"行政复议" + blank + "行政诉讼", outcomes + "|未经复议直接起诉" + blank + "复议后起诉", outcomes + "|" + outcomes + "|" + outcomes, numbers}, read(disputes("1", "2", "3")))
	runShapes(t, "four, suits first", fourth, []string{"行政诉讼" + blank + blank + "行政复议", "未经复议直接起诉" + blank + "复议后起诉" + blank + outcomes, outcomes + "|" + outcomes, numbers}, none)
	runShapes(t, "four, suits after review first", fourth, []string{"行政复议" + blank + "行政诉讼", outcomes + "|复议后起诉" + blank + "未经复议直接起诉", blank + outcomes + "|" + outcomes, numbers}, none)
	first := "总计|结果维持|结果纠正|其他结果|尚未审结"
	runShapes(t, "four, sums first", fourth, []string{"行政复议" + blank + "行政诉讼", first + "|未经复议直接起诉" + blank + "复议后起诉", blank + first + "|" + first, numbers}, none)
	two := "结果纠正|结果维持|其他结果|尚未审结|总计"
	runShapes(t, "four, two outcomes exchanged", fourth, []string{"行政复议" + blank + "行政诉讼", two + "|未经复议直接起诉" + blank + "复议后起诉", blank + two + "|" + two, numbers}, none)
	runShapes(t, "four, exchanged in one group", fourth, []string{"行政复议" + blank + "行政诉讼", outcomes + "|未经复议直接起诉" + blank + "复议后起诉", blank + outcomes + "|" + two, numbers}, none)
	unsummed := "结果纠正|结果维持|其他结果|尚未审结"
	runShapes(t, "four without sums, exchanged", fourth, []string{"行政复议||||行政诉讼", unsummed + "|未经复议直接起诉||||复议后起诉", "||||" + unsummed + "|" + unsummed, "1|0|0|0|2|0|0|0|3|0|0|0"}, none)
}
