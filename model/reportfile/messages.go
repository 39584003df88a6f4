package reportfile

import (
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Wording of the refusals.

const (
	placeLine = "第 %d 行"

	problemEmpty     = "文件是空的，可能没有复制完整。请重新复制一份，或换一份备份。"
	problemZeros     = "文件里全是空字节，内容已经损坏（常见于U盘没有安全拔出）。请重新复制一份，或换一份备份。"
	problemTooLarge  = "文件超过 4 MB，不像是报告文件。请核对是不是选错了文件。"
	problemNotReport = "这不是报告文件。请选本程序写出的 .nianbao 文件；Word、PDF 和网页不能这样打开。"
	problemSyntax    = "文件从这里起读不下去，可能没有复制完整或被改坏了。请重新复制一份，或换一份备份。"
	problemTwice     = "同一项写了两次，不知道以哪个为准。请删去一个。"
	problemUnknown   = "不认识这一项。自加的项名字要以“x-”开头；如果文件由更新版本的程序写成，请升级程序。"
	problemFormat    = "这不是报告文件：format 应当是“nianbao-report”。"
	problemNewer     = "文件由更新版本的程序写成，请升级程序后再打开。"
	problemVersion   = "version 应当是 1。"
	problemKind      = "单位类型应当是 township、subdistrict、department、county、city、province 之一。"
	problemNumbering = "小标题序号样式应当是“（一）”或“1、”。"
	problemLong      = "正文超过二十万字，不像是一份年度报告。请核对是不是粘贴错了。"
	problemDate      = "成文日期应当写成“2021-01-20”的样子，并且确有这一天。"
)

func problemEdition(year int, edition string) string {
	return fmt.Sprintf("%d 年度的报告要用 %s 版格式，edition 请改成“%s”。", year, edition, edition)
}

var kindWords = map[jsontext.Kind]string{
	'n': "null", 'f': "false", 't': "true", '"': "带引号的文字", '0': "不带引号的数字", '{': "一组项目", '[': "一个列表",
}

// problemType says that a value is of another JSON type than its member.
func problemType(e *json.SemanticError) string {
	found := kindWords[e.JSONKind]
	if found == "" || e.GoType == nil {
		return problemSyntax
	}
	switch e.GoType.Kind().String() {
	case "string":
		return fmt.Sprintf("这里应当是带引号的文字，写成了%s。", found)
	case "int":
		return fmt.Sprintf("这里应当是不带引号的整数，写成了%s。", found)
	}
	return fmt.Sprintf("这里的写法不对，不应是%s。", found)
}
