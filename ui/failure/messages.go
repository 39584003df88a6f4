package failure

import "nianbao/model/store"

// Everything that is said of an error: what was being done, what is wrong, what
// that means, what to do, and what it does not mean.

// place names the file that an error names by itself.
const place = "“%s”："

// speech is how the errors of one kind of act are told.
type speech struct {
	head  string           // before what is wrong; with %s, the file
	means map[cause]string // what a cause means for it; that of unknown for those not listed
	side  map[cause]advice // what to do
	also  string           // behind it all
}

// advice is what to do about a cause. wrong is what is wrong where that is not
// said as usual.
type advice struct{ wrong, todo string }

// acts has the words of each thing that the program does.
var acts = [...]speech{
	other:   {head: "没有做成：", side: anywhere},
	writing: {head: "“%s”没有写成：", side: target},
	reading: {head: "“%s”没有打开：", side: origin},
	opening: {head: "草稿库没有打开：", side: library},
	saving: {
		side: library, means: map[cause]string{
			unknown: "，本次修改还没有存到磁盘",
			disk:    "，不能确认本次修改是否存入。请尽快用“导出”另存一份到别的磁盘",
		},
	},
	loading:     {head: "草稿没有读出来：", side: library},
	changing:    {head: "没有做成：", side: library, also: "已经存好的草稿没有动。"},
	backingUp:   {head: "没有做成备份：", side: library, also: "草稿没有动。"},
	remembering: {head: "没有记住这个选择：", side: library, also: "草稿没有动。"},
	listing:     {head: "“%s”打不开：", side: browsed},
	printing:    {head: "没有打印成：", side: spool},
}

// usual is what is wrong, cause by cause.
var usual = [causes]string{
	unknown:   "%v",
	space:     "磁盘空间不足",
	quota:     "分给您的磁盘空间用完了",
	large:     "超过了这个磁盘允许的文件大小",
	readOnly:  "磁盘是只读的（U盘请看写保护开关）",
	access:    "没有权限，也可能是被安全软件拦截了",
	missing:   "找不到这个文件或文件夹",
	notFolder: "路径中间有一段是文件，不是文件夹",
	folder:    "这个名字是文件夹或设备，不是文件",
	name:      "名字太长，或者有这个磁盘不能用的字",
	busy:      "文件正被别的程序占用",
	disk:      "磁盘读写出错，磁盘可能有故障",
	gone:      "磁盘没有连接好，或者网络断了",
	circle:    "文件夹的链接绕成了圈",
	crowded:   "系统里打开的文件太多",
	memory:    "内存不够",
}

// heldBy says what is wrong where the system names the program.
const heldBy = "文件正被“%s”占用"

const (
	tellAdmin   = "请重试；还不行请把这句话告诉管理员"
	closeSome   = "请关掉一些程序再试"
	otherFolder = "请换一个文件夹"
)

// anywhere is what to do where nothing is known of what was being done.
var anywhere = map[cause]advice{unknown: {"", tellAdmin}}

// target is what to do about a file that is to be written.
var target = map[cause]advice{
	unknown:   {"", "请换一个文件夹再试；还不行请把这句话告诉管理员"},
	space:     {"", "请清理磁盘，或者换一个文件夹"},
	quota:     {"", "请清理磁盘，或者换一个文件夹"},
	large:     {"", otherFolder},
	readOnly:  {"", otherFolder},
	access:    {"没有写到这里的权限，也可能是被安全软件拦截了", "请换一个文件夹，或者联系管理员"},
	missing:   {"没有这个文件夹", "请核对文件夹的名字"},
	notFolder: {"", "请核对文件夹的名字"},
	folder:    {"", "请换一个文件名"},
	name:      {"", "请取一个短些、简单些的文件名"},
	busy:      {"", "请先关闭正在打开的这个文件（PDF 多半开在阅读器里），或者换一个文件名"},
	disk:      {"", "请换一个磁盘"},
	gone:      {"", "请接好后再试，或者换一个文件夹"},
	circle:    {"", otherFolder},
	crowded:   {"", closeSome},
	memory:    {"", closeSome},
}

// origin is what to do about a file that is to be read.
var origin = map[cause]advice{
	unknown:   {"", "请换一个文件再试；还不行请把这句话告诉管理员"},
	access:    {"没有读它的权限", "请复制到自己的文件夹里再试，或者联系管理员"},
	missing:   {"找不到它", "请核对文件名和所在的文件夹"},
	notFolder: {"", "请核对文件名和所在的文件夹"},
	folder:    {"它是文件夹，不是文件", "请写完整的文件名"},
	name:      {"", "请核对文件名"},
	busy:      {"", "请在那个程序里关掉它，或者稍候再试"},
	disk:      {"", "请重新复制一份再试"},
	gone:      {"", "请接好后再试"},
	circle:    {"", "请核对文件名和所在的文件夹"},
	crowded:   {"", closeSome},
	memory:    {"", closeSome},
}

// browsed is what to do about a folder that is looked into.
var browsed = map[cause]advice{
	unknown:   {"", "请换一个文件夹"},
	access:    {"没有打开它的权限", otherFolder},
	missing:   {"没有这个文件夹或文件", "请核对名字"},
	notFolder: {"", "请核对名字"},
	name:      {"", "请核对名字"},
	gone:      {"", "请接好后再试"},
}

// library is what to do about the folder of the drafts.
var library = map[cause]advice{
	unknown:   {"草稿库出错（%v）", "请重新打开程序再试；还不行请把这句话告诉管理员"},
	space:     {"草稿所在的磁盘空间不足", "请清理磁盘（至少 200 MB）后重试"},
	quota:     {"草稿所在的磁盘上，分给您的空间用完了", "请清理磁盘（至少 200 MB）后重试，或者联系管理员"},
	large:     {"草稿库超过了所在磁盘允许的文件大小", "请联系管理员"},
	readOnly:  {"草稿所在的磁盘是只读的", "请联系管理员"},
	access:    {"没有读写草稿文件夹的权限，也可能是被安全软件拦截了", "请把本程序加入信任名单，或者联系管理员"},
	missing:   {"找不到草稿文件夹（磁盘没有连接？）", "请接好磁盘后重试"},
	notFolder: {"草稿文件夹的路径中间有一段是文件，不是文件夹", "请联系管理员"},
	folder:    {"草稿库的文件被换成了文件夹", "请联系管理员"},
	name:      {"草稿文件夹的名字太长，或者有这个磁盘不能用的字", "请联系管理员"},
	busy:      {"草稿文件正被别的程序占用（如杀毒或备份软件）", "请稍候再试"},
	disk:      {"草稿所在的磁盘读写出错，磁盘可能有故障", "请联系管理员检查磁盘"},
	gone:      {"草稿所在的磁盘没有连接好，或者网络断了", "请接好后重试"},
	circle:    {"草稿文件夹的链接绕成了圈", "请联系管理员"},
	crowded:   {"", closeSome},
	memory:    {"", closeSome},
}

// spool is what to do about the way to the printer: a temporary file, and the
// printer's own words.
var spool = map[cause]advice{
	unknown:  {"", "请看打印机是否打开、有没有纸；也可以先导出 PDF，在别的电脑上打印"},
	space:    {"放临时文件的磁盘空间不足", "请清理磁盘后重试"},
	quota:    {"放临时文件的磁盘空间不足", "请清理磁盘后重试"},
	readOnly: {"放临时文件的磁盘是只读的", "请联系管理员；也可以先导出 PDF，在别的电脑上打印"},
	access:   {"没有写临时文件的权限，也可能是被安全软件拦截了", "请联系管理员；也可以先导出 PDF，在别的电脑上打印"},
	missing:  {"没有放临时文件的文件夹，或者没有打印 PDF 的程序", "请联系管理员；也可以先导出 PDF，在别的电脑上打印"},
}

const noPrinter = "这台电脑上没有找到打印机。可以先导出 PDF，拷到接着打印机的电脑上打印；或者请人装好打印机后再试。"

const openedInstead = "打开 PDF 的程序不能自己打印，已经在那里打开了这份报告。请在那个窗口里按 Ctrl+P，选好打印机和双面再打印。"

const (
	inUse   = "程序已经打开。请切换到已打开的窗口；如果看不到窗口，请在任务管理器中结束“公开年报”后重试。"
	inUseBy = "程序已经打开（进程 %d，%s 打开）。请切换到已打开的窗口；如果看不到窗口，请在任务管理器中结束它后重试。"

	storeGone     = "草稿库文件不见了，或者是空的（%s），可能被别的程序删除或清空。程序没有新建空库。"
	storeNoBackup = "没有找到备份。请先查看回收站和U盘里有没有“drafts.db”，或联系管理员。"
	storeBackups  = "发现 %d 份备份，最近一份是 %s，可以恢复。"
	storeMoment   = "2006年1月2日 15:04" // of it
)

// storeWords are the words for the store's own errors.
var storeWords = []struct {
	err   error
	words string
}{
	{store.ErrNotFound, "找不到这份草稿，它可能已经移到回收站。请回到草稿列表再看。"},
	{store.ErrBackup, "这个文件不是完好的备份，没有恢复，现在的草稿没有动。请换一份备份。"},
	{store.ErrNoBackup, "草稿文件夹里没有备份。请在命令后写上备份文件，例如U盘上的那一份。"},
	{store.ErrPlace, "请不要把草稿库放在U盘或网络共享上，容易损坏。请放在这台电脑的硬盘上；要带走草稿，用“导出”。"},
	{store.ErrPortable, "程序旁边的“nianbao-data”文件夹不能写入（光盘、写保护的U盘、Program Files 这样的系统文件夹），没有地方存草稿。请把整个程序文件夹复制到桌面或 D 盘里，再从那里打开。"},
	{store.ErrNewer, "草稿库由更新版本的程序写成。为防止损坏，现在只能查看和导出，不能保存；请升级本程序。"},
	{store.ErrDamaged, "草稿库文件已损坏，程序没有改动它。请先把整个草稿文件夹复制一份留存，再联系管理员。"},
	{store.ErrNoPlace, "不知道草稿该放在哪里（没有用户文件夹）。请指定一个文件夹，例如在命令后加上 --data 文件夹。"},
	{store.ErrTooLarge, "这份报告超过 4 MB，不能作为草稿保存。请核对正文是不是粘贴错了。"},
	{store.ErrFull, "草稿库已达到容量上限（2 GB）。请联系管理员清理。"},
}
