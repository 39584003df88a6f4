// Looks at pages as their readers do: node pages.mjs MODULES PICTURES PAGE…
// It prints what axe finds wrong, and what is wider than a telephone, a line each.
// With PICTURES, a folder, it leaves a picture of each page on a screen, on a
// telephone, and a PDF of it on paper.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, pictures, ...pages] = process.argv.slice(2)
const puppeteer = createRequire(join(modules, 'x.js'))('puppeteer-core')
const axe = readFileSync(join(modules, 'node_modules/axe-core/axe.min.js'), 'utf8')

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const file of pages) {
  const name = basename(file, '.html')
  const page = await browser.newPage()
  for (const [screen, width, height] of [['screen', 1280, 900], ['telephone', 360, 740]]) {
    await page.setViewport({ width, height, isMobile: screen === 'telephone' })
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(axe)
    const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    for (const v of found.violations) console.log(`${name} ${screen}: axe ${v.id}: ${v.help}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 200)}`)
    if (found.passes.length < 10) console.log(`${name} ${screen}: axe tried ${found.passes.length} rules only`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (wide > 0) console.log(`${name} ${screen}: ${wide} pixels too wide`)
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${screen}.png`), fullPage: true })
  }
  if (pictures) await page.pdf({ path: join(pictures, `${name}.pdf`), preferCSSPageSize: true })
  await page.close()
}
await browser.close()
