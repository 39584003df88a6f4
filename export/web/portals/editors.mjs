// Puts fragments into editors and saves what these make of them:
//   node editors.mjs MODULES FRAGMENT… with a JSON file of their names beside each
// FRAGMENT.html becomes FRAGMENT.EDITOR-WAY.saved.html. A way is paste, through the
// browser's clipboard, or source, as into the editor's own view of the HTML.
import { createServer } from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join, normalize } from 'node:path'

const [modules, ...fragments] = process.argv.slice(2)
const puppeteer = createRequire(join(modules, 'x.js'))('puppeteer-core')

const editors = {
  tinymce: {
    head: '<script src="/tinymce/tinymce.min.js"></script>',
    body: '<textarea id="editor"></textarea>',
    open: () => tinymce.init({ selector: '#editor', license_key: 'gpl', promotion: false, plugins: 'table code lists', height: 900 }),
    focus: () => tinymce.activeEditor.focus(),
    put: (html) => tinymce.activeEditor.setContent(html),
    saved: () => tinymce.activeEditor.getContent(),
  },
  wangeditor: {
    head: '<link rel="stylesheet" href="/@wangeditor/editor/dist/css/style.css"><script src="/@wangeditor/editor/dist/index.js"></script>',
    body: '<div id="bar"></div><div id="editor" style="height:900px"></div>',
    open: () => {
      window.it = wangEditor.createEditor({ selector: '#editor', html: '<p><br></p>', config: {}, mode: 'default' })
      wangEditor.createToolbar({ editor: it, selector: '#bar', config: {}, mode: 'default' })
    },
    focus: () => it.focus(),
    put: (html) => { it.clear(); it.dangerouslyInsertHtml(html) },
    saved: () => it.getHtml(),
  },
  kindeditor: {
    head: '<script src="/kindeditor/kindeditor-all-min.js"></script><script src="/kindeditor/lang/zh_CN.js"></script>',
    body: '<textarea id="editor" style="width:900px;height:900px"></textarea>',
    open: () => new Promise((done) => { window.it = KindEditor.create('#editor', { basePath: '/kindeditor/', afterCreate: done }) }),
    focus: () => it.focus(),
    put: (html) => it.html(html),
    saved: () => { it.sync(); return it.html() },
  },
}

const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml' }
const server = createServer((request, answer) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname)
  const editor = editors[path.slice(1)]
  if (path === '/' || editor) {
    answer.setHeader('Content-Type', types['.html'])
    answer.end(`<!DOCTYPE html><html lang="zh-CN"><head><title>x</title>${editor?.head ?? ''}</head><body>${editor?.body ?? '<p tabindex="0">x</p>'}</body></html>`)
    return
  }
  try {
    const file = readFileSync(join(modules, 'node_modules', normalize(path)))
    answer.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    answer.end(file)
  } catch {
    answer.statusCode = 404
    answer.end()
  }
})
await new Promise((done) => server.listen(0, '127.0.0.1', done))
const origin = `http://127.0.0.1:${server.address().port}`

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'], protocolTimeout: 300000,
})
const key = async (page, letter, command) => {
  await page.keyboard.down('Control')
  await page.keyboard.press(letter, { commands: [command] })
  await page.keyboard.up('Control')
}
// copy puts HTML on the browser's clipboard, as it is.
const copy = async (html) => {
  const page = await browser.newPage()
  await page.goto(origin)
  await page.bringToFront()
  await page.focus('p')
  await page.evaluate((html) => {
    document.addEventListener('copy', (e) => { e.clipboardData.setData('text/html', html); e.preventDefault() })
  }, html)
  await key(page, 'KeyC', 'Copy')
  await page.close()
}
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))
// settled waits until an editor has done with what it was given.
const settled = async (page, editor) => {
  for (let last = '', same = 0; same < 3;) {
    await pause(300)
    const now = await page.evaluate(editor.saved)
    same = now === last && now.length > 1000 ? same + 1 : 0
    last = now
  }
  return page.evaluate(editor.saved)
}
for (const fragment of fragments) {
  const html = readFileSync(fragment, 'utf8')
  for (const [name, editor] of Object.entries(editors)) {
    for (const way of ['paste', 'source']) {
      if (way === 'paste') await copy(html)
      const page = await browser.newPage()
      page.on('pageerror', (e) => console.error(name, way, e.message))
      await page.goto(`${origin}/${name}`)
      await page.bringToFront()
      await page.evaluate(editor.open)
      await pause(500)
      await page.evaluate(editor.focus)
      if (way === 'paste') await key(page, 'KeyV', 'Paste')
      else await page.evaluate(editor.put, html)
      const saved = await settled(page, editor)
      writeFileSync(fragment.replace(/\.html$/, `.${name}-${way}.saved.html`), saved)
      await page.close()
    }
  }
}
await browser.close()
server.close()
