package reportfile

import (
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nianbao/model"
)

// Wording of the refusals.

const (
	placeLine = "第 %d 行"

	problemEmpty        = "文件是空的，可能没有复制完整。请重新复制一份，或换一份备份。"
	problemZeros        = "文件里全是空字节，内容已经损坏（常见于U盘没有安全拔出）。请重新复制一份，或换一份备份。"
	problemTooLarge     = "文件超过 4 MB，不像是报告文件。请核对是不是选错了文件。"
	problemNotReport    = "这不是报告文件。请选本程序写出的 .nianbao 文件；Word、PDF 和网页不能这样打开。"
	problemOther        = "这里的内容不能用，请核对。"
	problemSyntax       = "文件从这里起读不下去，可能没有复制完整或被改坏了。请重新复制一份，或换一份备份。"
	problemEncoding     = "文件的文字编码不是 UTF-8，可能用别的程序另存过。请用记事本打开，另存为 UTF-8 编码，或换一份备份。"
	problemDeep         = "这里一层套一层，层数太多，不像是报告文件。请核对是不是选错了文件。"
	problemTwice        = "同一项写了两次，不知道以哪个为准。请删去一个。"
	problemUnknown      = "不认识这一项。自加的项名字要以“x-”开头；如果文件由更新版本的程序写成，请升级程序。"
	problemFormat       = "这不是报告文件：format 应当是“nianbao-report”。"
	problemNewer        = "文件由更新版本的程序写成，请升级程序后再打开。"
	problemVersion      = "version 应当是 1。"
	problemNoYear       = "没有写年度。请写上这一项，例如“\"year\": 2020”。"
	problemKind         = "单位类型应当是 township、subdistrict、department、county、city、province 之一。"
	problemNumbering    = "小标题序号样式应当是“（一）”或“1、”。"
	problemLong         = "正文超过二十万字，不像是一份年度报告。请核对是不是粘贴错了。"
	problemBlocks       = "这一部分的文字分成了一千多段小标题，不像是一份年度报告。请核对文件。"
	problemAcknowledged = "“已核”的提示有一千多条，不像是一份年度报告。请核对文件。"
	problemCellTwice    = "这一格里记着两样内容，不知道以哪个为准。请重新填写这一格。"
	problemAddress      = "%s 版的表里没有这一格。请核对地址和年度。"
)

// problemPart says that an edition has no prose of that name. A part that it has is
// called what it calls it.
func problemPart(e *model.Edition, id model.SectionID) string {
	s := sectionNamed(id)
	if own, ok := e.Section(id); ok {
		s = &own
	}
	switch {
	case s == nil:
		return problemUnknown
	case s.Table != nil:
		return fmt.Sprintf("“%s”是表，没有文字。请把文字移到别的部分。", s.Name())
	}
	return fmt.Sprintf("%s格式没有“%s”这一部分。请核对年度，或把文字移到别的部分。", e.Name, s.Name())
}

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
	switch kind := e.GoType.Kind(); {
	case kind == reflect.String:
		return fmt.Sprintf("这里应当是带引号的文字，写成了%s。请改正后再打开。", found)
	case kind == reflect.Int && e.JSONKind == '0':
		return "这里应当是整数，写成了带小数或太大的数。请改正后再打开。"
	case kind == reflect.Int:
		return fmt.Sprintf("这里应当是不带引号的整数，写成了%s。请改正后再打开。", found)
	}
	return fmt.Sprintf("这里的写法不对，不应是%s。请改正后再打开。", found)
}
