package check

import "strings"

// sense is what a word adds to the meaning of a clause; filler adds nothing.
type sense rune

// The senses.
const (
	filler sense = ' '
	above  sense = '^' // 县政府: a filler, but where it is who receives
	// Verbs.
	receive sense = 'r' // 收到
	attend  sense = 'a' // 办理: received or finished
	finish  sense = 'f' // 办结, 答复
	carry   sense = 'k' // 结转
	issue   sense = 'I' // 制发
	repeal  sense = 'R' // 废止
	uphold  sense = 'U' // 维持
	result  sense = 'O' // 纠正, 尚未审结
	publish sense = 'X' // 公开, 公示
	// What they are about.
	request     sense = 'q' // 申请
	information sense = 'G' // 政府信息公开
	document    sense = 'D' // 规范性文件
	licence     sense = 'L' // 行政许可
	penalty     sense = 'P' // 行政处罚
	coercion    sense = 'C' // 行政强制
	charge      sense = 'F' // 行政事业性收费
	handling    sense = 'H' // 信息处理费
	review      sense = 'V' // 行政复议
	lawsuit     sense = 'S' // 行政诉讼
	trouble     sense = 't' // 举报, 投诉
	matter      sense = 'j' // 事项, 案件: of whatever stands with it
	// How requests end.
	grant     sense = 'g' // 予以公开
	partly    sense = 'p' // 部分公开
	withhold  sense = 'w' // 不予公开
	cannot    sense = 'n' // 无法提供
	decline   sense = 'd' // 不予处理
	otherwise sense = 'e' // 其他处理
	reason    sense = 'z' // 不掌握: one reason of several for that
	duplicate sense = 'W' // 重复
	// Who asks, and how.
	citizens  sense = 'c' // 自然人
	bodies    sense = 'b' // 法人或其他组织
	companies sense = 'o' // 企业, 单位: some of the bodies
	anyone    sense = 'u' // 群众: anybody
	channel   sense = 'm' // 网上, 信函
	every     sense = 'v' // 任何, 等渠道: all of what is named
	sorts     sense = 'K' // 各类: of more kinds than one
	other     sense = 'T' // 其他: but the ones just told of
	remainder sense = 'Q' // 其余: all of them
	// When, and how much of it.
	earlier   sense = 'y' // 上年
	later     sense = 'x' // 下年度
	among     sense = 'i' // 其中
	all       sense = 'A' // 均, 全部
	none      sense = 'N' // 未, 没有
	effective sense = 'E' // 现行有效
	onFile    sense = 'B' // 备案
	due       sense = 'Z' // 到期: only those
	ongoing   sense = 'Y' // 正在办理
)

// unfinishedWords say of requests that are carried over why they are: 未办结转入下年.
var unfinishedWords = []string{"未办结", "未办结而", "未办完", "未办理完毕", "未答复", "尚未办结", "尚未答复"}

// lexicon is every word that the rules know, by its first character, the longest
// first. A word that is not here is not guessed at: a clause that has one speaks
// of something else. So the words are those of grammar (who, when, how, how much)
// and of the four tables, in their parts: 在规定时限内予以答复 is read as 在, 规定,
// 时限, 内, 予以, 答复.
var lexicon = func() map[rune][]word {
	known := map[rune][]word{}
	for meaning, list := range map[sense]string{
		filler: // whose and when
		"我镇 我乡 我局 我办 我街 我街道 我单位 我机关 我委 我院 我中心 本机关 本单位 本镇 本乡 本街道 本局 本行政机关 各级 " +
			"辖区 辖区内 党政办 党政办公室 政务公开办 政务公开办公室 全镇 全乡 全街 全街道 全局 机关 政府 人民政府 镇政府 乡政府 镇人民政府 乡人民政府 办事处 复议机关 法院 人民法院 " +
			"本年度 本年 全年 全年度 年内 年度 当年 今年 今年以来 一年来 年来 报告期 报告期内 报告期末 截至 截止 截至年底 截至年末 年底 年末 目前 " +
			// how
			"依法 依规 依法依规 按时 按期 如期 准时 及时 按 按照 依 依照 依据 规定 法定 法律 要求 在 于 时限 期限 时间 期 内 程序 之 前 后 清理 " +
			"做到 实现 上述 以上 所有 条例 集中 保留 《 》 “ ” 中华人民共和国 妥善 认真 扎实 切实 稳步 稳妥 持续 积极 耐心 审慎 准确 顺利 规范 高效 严格 圆满 全面 逐一 逐件 分别 先后 有序 予以 予 准予 给予 作出 做出 作了 完毕 进行 了 过 已 已经 也 且 并 均已经 最终 " +
			// links
			"共 共计 累计 总计 合计 一共 总共 为 是 有 的 中 含 和 及 与 或 或者 以及 并且 连同 连 一是 二是 三是 四是 五是 加 加上 过来 仅 需 、 因 由 被 向 对 经 通过 以 从 于 就 系 将 至 到 所 方面 " +
			"涉及 涉 不服 引起 引发 导致 产生 发生 出现 存在 提起 提出 提交 递交 投递 获取 申诉 实施 关于 有关 相关 针对 " +
			// nouns that name nothing
			"数 量 数量 总数 总量 总 数为 件数 情况 情形 现象 行为 事件 事务 工作 结果 决定 处理决定 决定书 书 表 件 类 办件 金额 形式 方式 渠道 途径 本 现 现有 新 另 另有 还有 尚 尚有 仍 仍有 收入 继续 类型 业务 应诉情况 看",
		above:       "县政府 市政府 区政府 上级",
		receive:     "登记 收到 新接收 新接到 新受理 接到 接收 接收到 受理 新收 新收到 新增 收办 收 承接",
		attend:      "办理 处理",
		finish:      "办结 答复 回复 办理完毕 处理完毕 办结答复 办理答复 书面答复 书面回复 答复申请人 告知申请人 送达申请人 送达 完成 办复 办毕 予以办结",
		carry:       "结转 转结 转入 转 延期至 延至 顺延至 推迟至 结转至 结转到 遗留 转到 转至",
		issue:       "制发 制定 印发 出台 新制定 制定印发 制定出台 新制发 制定发布",
		repeal:      "废止 宣布废止 失效废止 失效 宣布失效",
		uphold:      "维持 结果维持 维持原行政行为 维持原决定 维持原答复 维持原具体行政行为",
		result:      "纠正 结果纠正 其他结果 未审结 尚未审结 正在审理 审理中 尚在审理",
		publish:     "公示 公开 发布 公布 归集 上传 公告 推送 录入",
		request:     "申请 依申请公开 依申请 申请公开 公开申请 依申请公开政府信息 申请公开政府信息 申请公开信息 政府信息依申请公开 依申请公开信息",
		information: "信息公开问题 政府信息公开问题 政府信息公开 政府信息 信息公开 政务信息公开 政务信息 政务公开 信息 要求公开政府信息 要求公开信息 请求公开政府信息 要求获取政府信息",
		document:    "规范性文件 行政规范性文件", licence: "行政许可 许可", penalty: "行政处罚 处罚", coercion: "行政强制 强制 行政强制执行 行政强制措施",
		charge: "行政事业性收费 收费 收取行政事业性收费 收取", handling: "信息处理费 政府信息公开信息处理费 政府信息处理费",
		review: "行政复议 复议", lawsuit: "行政诉讼 诉讼", trouble: "举报 投诉 信访 纠纷 申诉 争议", matter: "事项 案件 案 诉求",
		grant: "予以公开 准予公开 同意公开 全部公开 予公开", partly: "部分公开 予以部分公开 部分准予公开 准予部分公开 部分予以公开", withhold: "不予公开 不予以公开 未予公开 未予以公开 不公开 不同意公开 不准予公开",
		cannot: "无法提供", decline: "不予处理", otherwise: "其他处理 其它处理 作其他处理 作出其他处理 其他方式处理",
		reason: "不掌握 不存在", duplicate: "重复",
		citizens: "自然人 公民 公民个人 个人", bodies: "法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人以及其他组织 法人其他组织 法人",
		companies: "企业 单位 社会组织 其他组织 组织 机构 企事业单位 商业企业 团体", anyone: "申请人 申请者 当事人 群众 公众 社会公众 社会 民众 市民 居民 村民",
		channel: "网上 网络 互联网 在线 系统 线上 线下 信函 邮件 电子邮件 来信 当面 现场 传真 邮寄 书面 窗口 网站 平台 邮箱",
		every:   "任何 等 多种 不同", sorts: "各类 各种 各项", other: "其他 其它", remainder: "其余",
		earlier: "上年 上年度 上一年 上一年度 去年 往年 年初 上期 加上年", later: "下年 下年度 下一年 下一年度 次年 次年度 明年 来年 翌年",
		among: "其中 其中有 其中含 其中包括 包括", all: "均 全部 都 全都 皆 一律 各 件件 全数 无一例外",
		none: "未 没有 没有人 没人 没有任何人 无任何人 无 无人 未有 未曾 从未 并未 没 零", effective: "现行有效 继续有效 有效 现行 在册 登记在册", onFile: "备案", ongoing: "正在 尚在 仍在 还在", due: "到期 已到期 期满 届满 应 应当",
	} {
		for w := range strings.FieldsSeq(list) {
			runes := []rune(w)
			known[runes[0]] = append(known[runes[0]], word{runes, meaning})
		}
	}
	for _, words := range known {
		longestFirst(words)
	}
	return known
}()
