package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/facts"
	"nianbao/model/internal/pattern"
)

// S19: the agency's name is the same throughout, and no other township's is left
// from the report that was copied.

// neighbour is what follows the name of a township that acts.
var neighbour = []string{
	"人民政府", "政府", "党委", "办事处", "高度重视", "认真", "根据", "按照", "严格", "坚持", "始终", "紧紧", "深入", "积极",
	"不断", "全面", "共收到", "主动公开", "政府信息公开", "政务公开", "未收到", "依申请公开",
	"全年", "本年", "今年", "共",
}

// notNames are words that stand before 镇 or 乡 and name none.
var notNames = []string{
	"乡", "城", "村", "集", "各", "全", "我", "本", "该", "由", "在", "是", "向", "经", "及", "和", "与", "的", "对", "受", "请", "被", "让", "区", "县", "市",
	"建制", "中心", "重点", "特色", "示范", "所有", "所辖", "有关", "相关", "部分", "其他", "兄弟", "周边", "多个",
	"组织", "督促", "协助", "配合", "通过", "要求", "指导", "依托", "根据", "按照", "结合", "围绕", "成立", "完善", "加强", "推动", "推进", "促进", "提升",
	"强化", "落实", "以及", "负责", "设在", "隶属", "代表", "报请", "提请", "报经", "明确", "确定", "由于", "对于", "关于", "提高", "建立", "健全", "成为",
	"纳入", "形成", "领导", "主要", "分管", "积极", "认真", "同时", "不断", "深化", "充分", "并由", "一是", "二是", "三是",
}

// deedWords are verbs that stand before the agency's own 镇政府, and are no lexicon's: 转发
// 镇政府文件. No township has such a name; 建设镇, 联合乡, 开通镇 and 振兴镇 there are.
var deedWords = strings.Fields("转发 下发 发给 编发 编制 编写 编印 撰写 起草 草拟 代拟 拟定 刊发 刊登 签发 签订 核发 发放 分发 印制 制作 拍摄 录制 报送 上报 报告 汇报 呈报 报经 抄送 抄报 送交 移交 交由 转交 提请 请示 提供 " +
	"走访 拜访 前往 来到 进入 进驻 入驻 派驻 下派 选派 位于 地处 坐落 学习 宣传 传达 转达 贯彻 执行 服从 响应 参加 参与 出席 列席 召开 举办 主持 召集 承办 主办 协办 开展 举行 " +
	"审议 审核 审定 审查 核定 批准 同意 授权 委托 代替 修订 修改 修编 梳理 汇总 整理 收集 征求 听取 采纳 吸收 查阅 查询 查看 下载 复制 转载 摘录 解读 点击 打开 登录 访问 浏览 关注 扫描 拨打 " +
	"任命 聘请 邀请 监督 督导 指导 考核 评议 评估 检查 督查 自查 排查 抽查 指出 表示 反映 咨询 联系 协调 支持 张贴 悬挂 挂牌 更新 维护 清查 核查 统计 存放 归档 收回 撤回 回应 反馈 答复 处置 处理 落实 " +
	"组建 打造 搭建 构建 筹建 创建 设置 增设 开设 开辟 启用 运营 运行 运用 利用 使用 采用 用好 借助 依靠 凭借 凸显 突出 展示 展现 体现 呈现 发挥 聚焦 紧扣 紧贴 紧盯 立足 着眼 瞄准 面向 " +
	"增强 拓宽 拓展 畅通 扩大 充实 巩固 深入 夯实 压实 狠抓 抓实 抓好 做好 做实 办好 管好 建好 守好 严把 严守 严控 履行 承担 担任 作为 成为 兼任 保障 保证 确保 维系 实行 推行 推广 试行 探索 创办 梳理 树立 塑造 营造 改善 改进 整合 整改 整治 对接 对照 对标 参照 参考 引入 引用 引导 激发 接受 服务 方便 防止 避免 杜绝 解决 研究 讨论 部署 安排 谋划 制订 确立 明晰 厘清 理顺 规定 加大 缩短 减少 增加 添置 配备 配齐 配置 购置 采购")

// endings are characters that no name of a township ends in: 制发了镇政府文件.
var endings = []string{"了", "过", "给", "把", "从"}

// verbal reports whether what stands before 镇 is a word, or ends in one, and no name.
func verbal(text []rune) bool {
	for i := range len(text) - 1 {
		if n, _ := nextWord(text[i:], deedWords); n == len(text)-i {
			return true
		}
	}
	return endsWith(text, endings)
}

// facility is what a township has of its own, and needs no name for: 街道政务公开专区.
var facility = pattern.Lazy(`^(?:政务|政府信息)公开(?:栏|专[区栏]|平台|网|体验|查询|服务|目录|指南|屏|墙|点|工作站|室)`)

const longestFacility = 10

// names are how the agency calls itself: in full, in short, and without what it
// is: 柳河镇.
func (c *checker) names() []string {
	var all []string
	for _, n := range []string{c.report.Agency.Name, c.report.Agency.Short, strings.TrimSuffix(strings.TrimSuffix(c.report.Agency.Name, "人民政府"), "办事处")} {
		if n != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// selves are names, and what the agency may call its area and its rank: 全县 is the
// county's own, and not a township's.
func (c *checker) selves() []string {
	all, a := c.names(), c.report.Agency
	if a.Kind == model.Township || a.Kind == model.Subdistrict {
		return all
	}
	for _, rank := range []string{"县", "区", "市", "省"} {
		if strings.Contains(a.Name, rank) || a.Kind == model.County && (rank == "县" || rank == "区") {
			all = append(all, "全"+rank, "我"+rank, "本"+rank)
			if strings.HasSuffix(a.Name, "政府") {
				all = append(all, rank+"政府")
			}
		}
	}
	return all
}

// ranks are the endings of what a township can be.
var ranks = []string{"镇", "乡", "街道"}

// agencyNames finds the names of other townships in the title and the prose of a
// township (S19). A county's report names many.
func agencyNames(c *checker) {
	own, ok := townshipOf(c.report.Agency.Name)
	if !ok || c.report.Agency.Kind != model.Township && c.report.Agency.Kind != model.Subdistrict {
		return
	}
	if names := townships(c.report.Title); len(names) > 0 && !same(own, names[0].words) {
		c.find(Finding{Section: Title, Left: names[0].words, Right: own}, "", nameTitle, names[0].words, c.report.Agency.Name)
	}
	for _, p := range c.paragraphs {
		for _, s := range p.seen(c.rule.id, func(r *reading) []slip { return townships(r.text) }) {
			if same(own, s.words) {
				continue
			}
			f := p.at(s.Span)
			f.Left, f.Right, f.Passages = s.words, own, c.beside(p)
			c.find(f, "", c.partName(p.section), s.words, c.report.Agency.Name)
		}
	}
}

// townshipOf is the name of the township that the agency is of: 梧桐镇.
func townshipOf(agency string) (string, bool) {
	for _, ending := range []string{"人民政府", "办事处"} {
		if name, ok := strings.CutSuffix(agency, ending); ok {
			for _, rank := range ranks {
				if strings.HasSuffix(name, rank) {
					return name, true
				}
			}
		}
	}
	return "", false
}

// same reports whether a name is the own one, with or without what it lies in:
// 孝义市梧桐镇.
func same(own, name string) bool { return strings.HasSuffix(own, name) || strings.HasSuffix(name, own) }

// townships lists the names in a text that can be nothing but a township's: two
// or three characters at the beginning of a clause or after 市, 县, 区, and then
// what a township is or does.
func townships(text string) []slip {
	if !mentions(text, ranks...) {
		return nil
	}
	var all []slip
	runes := []rune(text)
	for i, r := range runes {
		end := i + 1
		switch {
		case r == '街' && beginsWith(runes[i:], []string{"街道"}):
			end++
		case r != '镇' && r != '乡':
			continue
		}
		if _, year := yearWord(runes[end:]); year == 0 && !beginsWith(runes[end:], neighbour) || facility().MatchString(string(runes[end:min(len(runes), end+longestFacility)])) {
			continue
		}
		for length := 2; length <= 3; length++ {
			from := i - length
			if from < 0 || !nameStarts(runes, from) || endsWith(runes[from:i], notNames) || beginsWith(runes[from:i], notNames) || beginsWith(runes[from:i], deedWords) || verbal(runes[from:i]) {
				continue
			}
			all = append(all, slip{Span: facts.Span{Start: from, End: end}, words: string(runes[from:end])})
			break
		}
	}
	return all
}

// nameStarts reports whether a name can begin at i.
func nameStarts(text []rune, i int) bool {
	return i == 0 || strings.ContainsRune("，。；：、,;（(“市县区旗州", text[i-1])
}

func beginsWith(text []rune, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return starts(text, w) })
}

// starts reports whether the text begins with the word.
func starts(text []rune, word string) bool {
	i := 0
	for _, r := range word {
		if i == len(text) || text[i] != r {
			return false
		}
		i++
	}
	return true
}

func endsWith(text []rune, words []string) bool {
	for _, w := range words {
		if n := utf8.RuneCountInString(w); n <= len(text) && starts(text[len(text)-n:], w) {
			return true
		}
	}
	return false
}
