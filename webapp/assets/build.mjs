// Makes webapp/static/vendor, webapp/outputs/fonts and tests/browser/vendor from the pinned packages: `npm ci && npm run build`.
// `npm run check` builds into a temporary folder instead and fails when the committed files differ.
import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import subsetFont from 'subset-font'
import { slim } from './slim.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '..', '..')
const NOTICE = '/* KERN UX (EUPL-1.2), slimmed by webapp/assets/slim.mjs, and the faces of Fira Sans (OFL-1.1), cut to European ' +
  'alphabets: changed files; versions in versions.json. */\n'
const CHARTS = '/* plotly.js (MIT) with the charts of webapp/assets/charts.js; version in versions.json. */\n'
const STATIC = 'webapp/static/vendor'
const TESTS = 'tests/browser/vendor'
const PAPER = 'webapp/outputs/fonts'
const LATIN = 'U+0020-007E, U+00A0-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2010-2015, U+2018-201F, U+2020-2022, U+2026, U+2030, U+2032-2033, U+2039-203A, U+2044, U+20AC, U+2116, U+2122, U+2190-2193, U+2212, U+2215'
const LATIN_EXT = 'U+0100-0130, U+0132-0151, U+0154-017F, U+018F, U+0192, U+01A0-01A1, U+01AF-01B0, U+0218-021B, U+0259, U+1E80-1E85, U+1E9E, U+1EA0-1EF9'
const CYRILLIC = 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116'

async function main() {
  const check = process.argv.includes('--check')
  const target = check ? await mkdtemp(join(tmpdir(), 'assets-')) : ROOT
  if (!check) for (const folder of [STATIC, PAPER, TESTS]) await rm(join(target, folder), { recursive: true, force: true })
  await buildStatic(target)
  await buildPaper(target)
  await buildTests(target)
  if (check) await compare(target)
}

async function buildStatic(target) {
  const out = join(target, STATIC)
  const own = await readAll(join(ROOT, 'webapp/static/css'))
  const kern = slim(await text('@kern-ux/native/dist/kern.css'), own)
  const css = await transform((await buildFonts(out)) + kern, { loader: 'css', minify: true, legalComments: 'none' })
  await put(out, 'base.css', NOTICE + css.code)
  await put(out, 'kern-LICENSE.md', await text('@kern-ux/native/LICENSE.md'))
  await put(out, 'fira-sans-LICENSE.txt', await text('@fontsource/fira-sans/LICENSE'))
  await buildCharts(out)
  await putVersions(out, {
    'base.css': '@kern-ux/native', 'kern-': '@kern-ux/native', 'fira-sans': '@fontsource/fira-sans', plotly: 'plotly.js',
  })
}

// Only the kinds of chart that dashboards draw: a third of what plotly.js has.
async function buildCharts(out) {
  const made = await build({
    entryPoints: [join(HERE, 'charts.js')], bundle: true, minify: true, format: 'esm', target: 'es2020', write: false,
    legalComments: 'none', define: { global: 'window' }, loader: { '.css': 'empty' }, absWorkingDir: HERE,
  })
  await put(out, 'plotly.js', Buffer.concat([Buffer.from(CHARTS), made.outputFiles[0].contents]))
  await put(out, 'plotly.css', await text('plotly.js/dist/plotly.css'))
  await put(out, 'plotly-LICENSE.txt', await text('plotly.js/LICENSE'))
}

// The faces of one weight are cut into two files by alphabet: most pages load the first alone.
async function buildFonts(out) {
  const faces = []
  for (const weight of [400, 600]) {
    for (const [part, range] of [['latin', LATIN], ['latin-ext', LATIN_EXT]]) {
      const source = await readFile(module(`@fontsource/fira-sans/files/fira-sans-${part}-${weight}-normal.woff2`))
      const name = `fira-sans-${part}-${weight}.woff2`
      await put(out, name, await subsetFont(source, characters(range), { targetFormat: 'woff2' }))
      faces.push(`@font-face{font-family:"Fira Sans";font-style:normal;font-display:swap;font-weight:${weight};` +
        `src:url(${name}) format("woff2");unicode-range:${range}}`)
    }
  }
  return faces.join('\n')
}

// The same letters and the Cyrillic ones for what is typeset as PDF, which takes no woff2 and no two files of one name.
async function buildPaper(target) {
  const out = join(target, PAPER)
  for (const weight of [400, 600]) {
    const parts = [['latin', LATIN, 'Fira Sans'], ['latin-ext', LATIN_EXT, 'Fira Lat2'], ['cyrillic', CYRILLIC, 'Fira Cyrl']]
    for (const [part, range, family] of parts) {
      const source = await readFile(module(`@fontsource/fira-sans/files/fira-sans-${part}-${weight}-normal.woff2`))
      const cut = await subsetFont(source, characters(range), { targetFormat: 'truetype' })
      await put(out, `fira-sans-${part}-${weight}.ttf`, named(cut, family))
    }
  }
  await put(out, 'fira-sans-LICENSE.txt', await text('@fontsource/fira-sans/LICENSE'))
  await putVersions(out, { 'fira-sans': '@fontsource/fira-sans' })
}

// The font under another family's name of the same length: its table of names rewritten, with the sum that guards it.
function named(font, family) {
  const entry = 12 + 16 * Array.from({ length: font.readUInt16BE(4) }, (_, i) => font.toString('latin1', 12 + 16 * i, 16 + 16 * i)).indexOf('name')
  const [start, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)]
  const wide = (text) => Buffer.from(text, 'utf16le').swap16()
  for (const [old, fresh] of [[wide('Fira Sans'), wide(family)], [Buffer.from('Fira Sans'), Buffer.from(family)]]) {
    for (let at = start; (at = font.indexOf(old, at)) !== -1 && at < start + length; at += old.length) fresh.copy(font, at)
  }
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0
  font.writeUInt32BE(sum, entry + 4)
  return font
}

async function buildTests(target) {
  const out = join(target, TESTS)
  await put(out, 'axe.min.js', await text('axe-core/axe.min.js'))
  await put(out, 'axe-LICENSE.txt', await text('axe-core/LICENSE'))
  await putVersions(out, { axe: 'axe-core' })
}

async function putVersions(out, packages) {
  const files = {}
  for (const name of (await readdir(out)).sort()) {
    const source = packages[Object.keys(packages).find((start) => name.startsWith(start))]
    const { version, license } = JSON.parse(await text(`${source}/package.json`))
    const sha256 = createHash('sha256').update(await readFile(join(out, name))).digest('hex')
    files[name] = { package: source, version, licence: license, sha256 }
  }
  await put(out, 'versions.json', JSON.stringify(files, null, 2) + '\n')
}

async function compare(target) {
  const differing = []
  for (const folder of [STATIC, PAPER, TESTS]) {
    const names = new Set([...await readdir(join(target, folder)), ...await readdir(join(ROOT, folder))])
    for (const name of names) {
      const [made, kept] = await Promise.all([target, ROOT].map((at) => readFile(join(at, folder, name)).catch(() => null)))
      if (!made || !kept || !made.equals(kept)) differing.push(join(folder, name))
    }
  }
  await rm(target, { recursive: true })
  if (differing.length) {
    console.error(`Differs from what the build makes (run "npm run build" and commit):\n${differing.join('\n')}`)
    process.exit(1)
  }
}

function characters(range) {
  return range.split(/,\s*/).map((part) => {
    const [from, to = from] = part.slice(2).split('-').map((hex) => parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
  }).join('')
}

async function readAll(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort()
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

async function put(folder, name, content) {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), content)
}

const module = (path) => join(HERE, 'node_modules', path)
const text = (path) => readFile(module(path), 'utf8')

await main()
console.log(`done: ${relative(process.cwd(), ROOT) || '.'}`)
