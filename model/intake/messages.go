package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/model/intake/source"
)

// Wording of everything this package says to the user: where, what is wrong,
// what to do.

// ErrReportFile is why a report file is not read: it is a report already.
var ErrReportFile = errors.New("it is a report file")

// RefusalError says why a file was not read.
type RefusalError struct {
	problem string
	cause   error
}

func (e *RefusalError) Error() string {
	if e.cause != nil {
		return "document refused: " + e.cause.Error()
	}
	return "document refused"
}

// Message says in words what is wrong and what to do.
func (e *RefusalError) Message() string { return e.problem }
func (e *RefusalError) Unwrap() error   { return e.cause }

const (
	refusalYear   = "没有找到报告的年度。请在命令里加上 --year，或在标题里写明年度后再导入。"
	refusalReport = "这已经是报告文件，不用导入，直接打开就行。"
	refusalFormat = "不认识“%s”这种文件。可以导入 .txt、.md、.csv、.html、.mht、.docx、.xlsx、.pdf、.ofd；其他格式请打开后全选复制，作为文字导入。"
)

var refusals = map[source.Reason]string{
	source.Empty:        "文件里没有文字。请核对是不是选错了文件，或没有保存完整。",
	source.TooLarge:     "文件超过 20 MB，多半是里面的图片太大。请删去图片另存一份再导入；也可以打开后全选复制，作为文字导入。",
	source.TooLong:      "文件里的文字或表格太多，不像是一份年度报告。请只保留报告本身再导入。",
	source.TooDeep:      "文件里一层套一层，层数太多，没有读。请全选复制，作为文字导入。",
	source.Bomb:         "文件解开后大得不正常，没有读。请核对文件的来历。",
	source.Damaged:      "文件读不下去，可能没有复制完整或已损坏。请重新复制一份；能打开的话，全选复制，作为文字导入。",
	source.Binary:       "这不是文字文件。请选网页、Word（.docx）、PDF 或纯文字文件。",
	source.OldWord:      "这是旧格式的 Word 文件（.doc），不管文件名怎么写。请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
	source.OldWPS:       "这是 WPS 文字的旧格式（.wps）。请用 WPS 打开，另存为 .docx 后再导入。",
	source.OldSheet:     "这是旧格式的电子表格或演示文稿（.xls、.et、.ppt）。请打开后全选复制，作为文字导入。",
	source.OpenDocument: "这是 OpenDocument 文件（.odt、.ods）。请用 WPS 或 LibreOffice 打开，另存为 .docx 后再导入。",
	source.RTF:          "这是 RTF 文件。请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
	source.WordXML:      "这是存成一个 XML 的 Office 文件。请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
	source.Archive:      "这是压缩包。请解开后导入里面的文件。",
	source.Picture:      "这是图片，没有文字可读。请找原来的 Word 或网页，或用识别软件转成文字后再导入。",
	source.Sheet:        "这是电子表格或演示文稿，不是报告。请打开后全选复制，作为文字导入。",
	source.Inserted:     "这份 Word 文件里插着另一个文件（多半是系统导出时放进去的网页），里面的文字读不到。请用 Word 打开，另存为 .docx 后再导入；也可以打开后全选复制，作为文字导入。",
	source.Encrypted:    "文件设了密码，读不了。请打开后去掉密码，另存一份再导入。",
	source.Scanned:      "这份 PDF 是扫描的图片，没有文字可读。请找原来的 Word 或网页，或用识别软件转成文字后再导入。",
	source.Unmapped:     "这份 PDF 里的字没有标明是什么字，读出来会是乱码，没有读。请找原来的 Word 或网页，或全选复制，作为文字导入。",
	source.Slow:         "这个文件读得太久，没有读完。请打开后全选复制，作为文字导入。",
}

// refused turns a reader's error into words.
func refused(err error) error {
	var known *source.Refusal
	if errors.As(err, &known) {
		return &RefusalError{problem: refusals[known.Reason], cause: err}
	}
	return err
}

// problem says why something found no place.
type problem int

const (
	problemNoRow problem = iota
	problemColumns
	problemOrder
	problemOtherEdition
	problemTwice
	problemValue
	problemKept
	problemTorn
	problemLabel
	problemNoSection
	problemAfterEnd
	problemFootnote
	problemBehindTitle
	problemDate
	problemSeveral
	problemSecond
	problemAgain
	problemWhich
	problemAnother
	problemRemark
	problemScattered
)

var problems = map[problem]string{
	problemNoRow:        "这一行的标签不在国家格式里，数没有填入。请对照原文填写。",
	problemColumns:      "%s应有 %d 个数，原文能认出 %d 个，分不清各属哪一栏，都没有填入。请对照原文填写。",
	problemOrder:        "%s上面各栏的次序与国家格式不同，分不清各数属于哪一栏，都没有填入。请对照原文填写。",
	problemOtherEdition: "%s这一格 %s里没有，没有填入。",
	problemTwice:        "%s在前面已经填了 %s，这里又出现一次，没有采用。请核对。",
	problemValue:        "%s：%s，没有填入。",
	problemKept:         "%s：%s。照原样留在这一格里，请对照原文改成数字。",
	problemTorn:         "%s的“%s”下面还有“%s”，像是一个数断成两行，照原样留在这一格里。请对照原文改正。",
	problemLabel:        "这些字不是国家格式里的标签，没有采用。",
	problemNoSection:    "看不出属于哪一部分，没有采用。",
	problemAfterEnd:     "在落款之后，没有采用。",
	problemFootnote:     "是脚注或尾注，报告里没有地方放，没有采用。请看看是否要写进正文。",
	problemBehindTitle:  "写在“%s”的标题后面，这一部分是表，没有地方放，没有采用。",
	problemAnother:      "文件里不止一份报告，只读了第一份，这一行在后面的一份里，没有采用。要导入后面的，请把它单独存成一个文件。",
	problemScattered:    "%s的数和标签不在一处，分不清属于哪一格，没有填入。请对照原文填写。",
	problemRemark:       "写在备注栏里，国家格式没有这一栏，没有采用。请看看是否要写进正文。",
	problemDate:         "成文日期没有写到日，没有填入。请在报告里补上。",
	problemSeveral:      "%s这一格里不止一个数（%s），分不清用哪个，照原样留在这一格里。请对照原文改正。",
	problemWhich:        "原文里%s不止一张，分不清哪一张是本单位本年度的，都没有填入。请对照原文填写。",
	problemAgain:        "原文里%s的这一行不止一处，这一处没有填入。请核对采用的那一处是不是本单位本年度的。",
	problemSecond:       "原文里%s不止一张，这一行不在采用的那一张里，没有填入。请核对采用的是不是本单位本年度的。",
}

// Message says why it found no place and what to do.
func (u Unplaced) Message() string { return fmt.Sprintf(problems[u.problem], u.values...) }

// kept reports whether it stands in its cell all the same, as it was written.
func (u Unplaced) kept() bool {
	return u.problem == problemKept || u.problem == problemTorn || u.problem == problemSeveral
}

// String is the whole of it on one line: where, what, why.
func (u Unplaced) String() string {
	return fmt.Sprintf("第 %d 行“%s”：%s", u.Line, shorten(u.Text), u.Message())
}

// shorten bounds the length of a message's line.
func shorten(text string) string {
	const most = 60
	r := []rune(strings.NewReplacer("\t", " ", "\n", " ").Replace(text))
	if len(r) > most {
		return string(r[:most]) + "…"
	}
	return string(r)
}

// reason says why a line was left out.
type reason int

const (
	reasonNone reason = iota
	reasonPage
	reasonSite
	reasonParticulars
	reasonBefore
	reasonCaption
	reasonRepeated
	reasonOtherTitle
	reasonPosted
	reasonCode
	reasonOrdinal
	reasonContents
	reasonRule
	reasonLook // and behind it one for each look
)

var reasons = map[reason]string{
	reasonPage:                          "是页码",
	reasonSite:                          "像是网站的文字（栏目、打印、版权之类）",
	reasonParticulars:                   "是网站上的信息项目（发布机构、日期、来源之类）",
	reasonBefore:                        "在报告标题之前",
	reasonCaption:                       "是表的单位说明或续表标记",
	reasonRepeated:                      "标题又出现一次",
	reasonOtherTitle:                    "是另一份报告的标题",
	reasonPosted:                        "是张贴时加在报告下面的",
	reasonCode:                          "是程序印在纸上的校验码、二维码的说明",
	reasonOrdinal:                       "是表里行的序号",
	reasonContents:                      "是目录",
	reasonRule:                          "是分隔线",
	reasonLook + reason(source.Hidden):  "在原文里是隐藏的，看不见",
	reasonLook + reason(source.Struck):  "在原文里已经划掉",
	reasonLook + reason(source.Deleted): "在修订里已经删去或移走",
	reasonLook + reason(source.Prompt):  "是提示填写的文字，不是内容",
	reasonLook + reason(source.Mark):    "是右上角的注号",
	reasonLook + reason(source.Comment): "是批注",
	reasonLook + reason(source.Edge):    "是页眉、页脚，或盖在页面上的字",
}

// left is how a line that was left out is told.
const left = "第 %d 行“%s”：%s，略去。"

// Why says in Chinese why a line is not in the report, or not all of it; empty
// for one that is.
func (l *Line) Why() string {
	if l.Fate == FateDropped || l.Fate == FateTitle {
		return reasons[l.reason]
	}
	var all []string
	for _, u := range l.missing {
		if m := u.Message(); !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	return strings.Join(all, "")
}

// String tells a line that was left out: where, what, why.
func (l *Line) String() string { return fmt.Sprintf(left, l.Number, shorten(l.Text), l.Why()) }

// remark is what a note says.
type remark int

const (
	remarkBlank remark = iota
	remarkByPlace
	remarkByOrder
	remarkGlued
	remarkPicture
	remarkImages
	remarkUnit
	remarkMark
	remarkJoined
	remarkSpaced
	remarkRunIn
	remarkNumbering
	remarkTitle
	remarkNoAgency
	remarkTitles
	remarkGuessedYear
	remarkOtherYear
	remarkAgencyElsewhere
	remarkBehindTitle
	remarkPrivate
	remarkUnread
	remarkSymbols
	remarkDeleted
	remarkScattered
	remarkMoney
	remarkSecond
	remarkTitleAgain
	remarkTitleInText
	remarkTableInText
	remarkTurned
	remarkBare
	remarkAttachedTaken
	remarkAttachedDiffers
	remarkAttachedSeveral
	remarkAttachedUnread
)

var remarks = map[remark]string{
	remarkBlank:       "%s里写“%s”的格子当作未填；没有发生的请填 0。",
	remarkByPlace:     "%s没有框线，各数属于哪一行哪一栏是按位置认的，请对照原文逐格看看。",
	remarkByOrder:     "%s有 %d 行的数和标签不在一处，是按先后次序和行内合计认的，请对照原文逐行看看。",
	remarkGlued:       "%s有 %d 行的第一个数紧跟在标签后面，是按行里数的个数认的，请对照原文逐行看看。",
	remarkPicture:     "第 %d 页是图片，没有文字可读，请对照原文补上。",
	remarkImages:      "原文里有 %d 张图片。没有读到的表可能在图片里，图片里的字读不出来，请对照原文填写。",
	remarkUnit:        "%s原文写作“%s”，去掉单位，填 %s。",
	remarkMark:        "%s原文写作“%s”，去掉注号，填 %s。",
	remarkJoined:      "把 %d 处被换页切断的段落接了起来，请对照原文看看。",
	remarkSpaced:      "有 %d 行的字与字之间都空一格，空格去掉了，请对照原文看看。",
	remarkRunIn:       "小标题与正文写在一行的，已分成两行。",
	remarkNumbering:   "小标题的序号有两种写法，统一用“%s”。",
	remarkTitle:       "标题是“%s”，与标准写法“%s”不同，照原文保留。",
	remarkTitles:      "原文在正文上面写着不止一份报告的标题，采用“%s”，没有采用“%s”，请核对单位和年度。",
	remarkNoAgency:    "没有找到单位全称，请在报告里补上。",
	remarkGuessedYear: "标题里没有年度，从正文看是 %d 年，请核对。",
	remarkOtherYear:   "标题里写的是 %s 年，按指定的 %d 年导入。",

	remarkAgencyElsewhere: "标题里没有单位，从落款或网页上的发布机构看是“%s”，请核对。",
	remarkBehindTitle:     "“%s”的标题后面接着写了“%s”，算作这一部分的正文。",
	remarkPrivate:         "第 %s 行有自造字（%s），别的电脑上显示不出来，照原样保留，请核对。",
	remarkUnread:          "第 %s 行有读不出的字，用“〓”占位，请对照原文补上。",
	remarkSymbols:         "第 %s 行有符号字体里的符号（如项目符号），没有采用。",
	remarkMoney:           "%s原文写作“%s”，单位是%s，换算成万元填 %s。",
	remarkDeleted:         "原文有 %d 处文字在修订里已经删去或移走，没有读，从第 %d 行“%s”起。修订没有接受的文件也许不是定稿，请核对。",
	remarkScattered:       "%s的行和列在这份文字里散开了。请改用原来的文件（PDF、Word 或网页）导入，或在那里选中这张表复制。",
	remarkTurned:          "%s原文是竖着排的，印时用国家格式的样子。",
	remarkBare:            "%s第 %d 行没有标签，按上下两行认作“%s”，请核对。",
	remarkAttachedTaken:   "文件里带着报告文件，与页面逐格逐字对过，一致，照它读入。",
	remarkAttachedDiffers: "文件里带着的报告文件与页面不一致，没有采用，照页面读入：%s。页面和报告文件多半有一个改过，请核对文件的来历。",
	remarkAttachedSeveral: "文件里带着不止一份报告文件，分不清用哪一份，照页面读入。",
	remarkAttachedUnread:  "文件里带着的报告文件读不了，照页面读入：%s",
	remarkTableInText:     "“%s”里从第 %d 行起有一张表，文字里放不下表，一行一段放进了正文，请改写成句子或删去。",
	remarkTitleInText:     "“%s”（第 %d 行）像一个部分的标题，却在“%s”里，和它下面的文字一起放在了那里，请对照原文看看。",
	remarkTitleAgain:      "“%s”的标题在第 %d 行又有一处，两处的文字接在一起，请对照原文看看。",
	remarkSecond:          "原文里%s不止一张，采用的是从第 %d 行起的那一张，请核对是不是本单位本年度的。",
}

// Message is the note in one Chinese sentence or two.
func (n Note) Message() string { return fmt.Sprintf(remarks[n.remark], n.values...) }

// String is the message with its code in front.
func (n Note) String() string {
	if n.Code == "" {
		return n.Message()
	}
	return n.Code + " " + n.Message()
}

// What differs between the pages of a document and the report file in it.
const (
	difference      = "%s页面上是“%s”，报告文件里是“%s”"
	moreDifferences = "……共 %d 处"
	nothingThere    = "没有"
	nameYear        = "年度"
	nameTitle       = "标题"
	nameProse       = "“%s”的文字"
	nameSignature   = "落款"
	nameUnplaced    = "认不出的文字"
)

const (
	reasonOther = "这个值不能填进去"

	summaryPlaced   = "%d 年度，用 %s。认出 %d 张表，填入 %d 格，原文合计 %d 个留作核对，文字 %d 段。"
	summaryUnplaced = "有 %d 处没有放进去，请对照原文。"
	summaryKept     = "有 %d 格不是数，照原样留着，请对照原文。"
)

// Summary counts what was read, in a Chinese sentence or two.
func (r *Result) Summary() string {
	text := fmt.Sprintf(summaryPlaced, r.Report.Year, r.Edition.Name, r.Tables, r.Placed, r.Stated, r.Paragraphs)
	kept := 0
	for _, u := range r.Unplaced {
		if u.kept() {
			kept++
		}
	}
	if n := len(r.Unplaced) - kept; n > 0 {
		text += fmt.Sprintf(summaryUnplaced, n)
	}
	if kept > 0 {
		text += fmt.Sprintf(summaryKept, kept)
	}
	return text
}

// reasonOf is why a value was refused, without the place.
func reasonOf(err error) string {
	var known interface{ Message() string }
	if errors.As(err, &known) {
		return known.Message()
	}
	return reasonOther
}
