package fonts

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"
)

// Wording of everything this package says to the user: where, what is wrong,
// what to do.

// Reason is why a face cannot be used.
type Reason int

// The reasons. ReasonSilent to ReasonBitmap are about the permission to embed.
const (
	allowed          Reason = iota
	ReasonMissing           // no such file
	ReasonUnreadable        // the system refuses it
	ReasonIrregular         // a folder, a pipe
	ReasonTooLarge          // over MaxFaceSize
	ReasonFamily            // no such family in the file
	ReasonOutlines          // .otf: cubic outlines
	ReasonDamaged           // no TrueType face, or not all of it
	ReasonSilent            // no table OS/2
	ReasonRestricted        // fsType 0x0002
	ReasonWhole             // fsType 0x0100
	ReasonBitmap            // fsType 0x0200
	ReasonHanzi             // characters of GB 2312 are lacking
	ReasonMarks             // marks, letters or figures are lacking
	ReasonWidths            // characters that are not one em wide
)

// FaceError says why a face cannot be used.
type FaceError struct {
	File    string // its path; empty when the face came from no file
	Face    string // its PostScript name; empty when that could not be read
	Use     string // the role's official name; empty when none was asked for
	Reason  Reason
	Lacking []rune   // the characters lacking or too narrow, all of them
	Family  string   // the family asked for, of ReasonFamily
	There   []string // those that are there instead
	Err     error    // the cause, if another package found it
}

// reason is what is wrong and what to do, without the place.
func (e *FaceError) reason() string {
	words := reasons[e.Reason]
	wrong := words.wrong
	if n := len(e.Lacking); n > 0 {
		wrong = fmt.Sprintf(wrong, n, some(e.Lacking))
	}
	if e.Reason == ReasonFamily {
		wrong = fmt.Sprintf(wrong, e.Family, strings.Join(e.There[:min(len(e.There), shownNames)], "、"))
	}
	return wrong + "。" + words.todo + fmt.Sprintf(orEmbedded, cmp.Or(e.Use, anyFace))
}

func (e *FaceError) Error() string {
	return fmt.Sprintf("face %s of %s cannot be used (reason %d)", e.Face, e.File, e.Reason)
}

// Message says in words where, what is wrong, what to do.
func (e *FaceError) Message() string {
	name := e.Face
	if e.File != "" {
		name = filepath.Base(e.File)
	}
	if e.Use == "" {
		return fmt.Sprintf(placeFace, name) + e.reason()
	}
	return fmt.Sprintf(placeUse, name, e.Use) + e.reason()
}

func (e *FaceError) Unwrap() error { return e.Err }

// shownNames bounds how many families a message lists.
const shownNames = 8

// some shows the first characters of a list.
func some(runes []rune) string {
	const shown = 8
	if len(runes) > shown {
		return string(runes[:shown]) + "等"
	}
	return string(runes)
}

const (
	placeFace  = "字体“%s”不能用："
	placeUse   = "字体“%s”不能用作%s："
	orEmbedded = "，或仍用内置的%s。"
	anyFace    = "字体" // when no role was asked for

	another = "请换一款字体"
)

var reasons = map[Reason]struct{ wrong, todo string }{
	ReasonMissing:    {"找不到这个文件", "请核对文件名和所在的文件夹"},
	ReasonUnreadable: {"文件打不开，或读不全", "请核对有没有权限读它，换一个字体文件"},
	ReasonIrregular:  {"它不是文件", "请选一个 .ttf 或 .ttc 字体文件"},
	ReasonTooLarge:   {"文件超过 64 MB，不像是字体", "请换一个字体文件"},
	ReasonFamily:     {"这个文件里没有“%s”，有的是：%s", "请改用其中的一款"},
	ReasonOutlines:   {"它是 OpenType/CFF（.otf）字体，本程序用不了", "请安装这款字体的 .ttf 文件"},
	ReasonDamaged:    {"它不是 TrueType（.ttf、.ttc）字体，或者文件已损坏", "请重新安装这款字体"},
	ReasonSilent:     {"它没有写明可以嵌入文件", another},
	ReasonRestricted: {"字体厂商不允许把它嵌入文件", another},
	ReasonWhole:      {"字体厂商不允许只嵌入用到的字", another},
	ReasonBitmap:     {"字体厂商只允许嵌入点阵，印出来会有锯齿", another},
	ReasonHanzi:      {"它缺 %d 个常用汉字（%s）", another},
	ReasonMarks:      {"它缺 %d 个公文要用的标点、数字或字母（%s）", another},
	ReasonWidths:     {"它有 %d 个字的宽度不对（%s），排不进每行 28 字的格子", another},
}
