// The line a sheet of paper is typed as: says by name what was typed, while it is typed. What is stored the server reads
// from the line itself (webapp/survey/codes.py), so this only shows.
export default function sheetLine(input) {
  const told = document.getElementById(input.dataset.sheetLine)
  const rows = new Map([...document.querySelectorAll('[data-code]')].map((row) => [row.dataset.code, row]))
  const show = () => {
    const read = parse(input.value.trimStart(), input.dataset, rows)
    told.hidden = !input.value.trim()
    const whose = rows.get(read.sheet)
    told.querySelector('[data-whose]').textContent = whose ? input.dataset.own.replace('%s', name(whose)) : read.sheet
    fill(told.querySelector('[data-to]'), read.to, rows)
    fill(told.querySelector('[data-by]'), read.by, rows)
    const where = read.wrong ? input.dataset.unknown.replace('%s', read.wrong) : input.dataset.section.replace('%s', read.section)
    told.querySelector('[data-where]').textContent = where
    for (const [code, row] of rows) row.toggleAttribute('data-mark', read.to.has(code) || read.by.has(code))
  }
  input.addEventListener('input', show)
  show()
}

function parse(text, { keys, shifted, sections }, rows) {
  const read = { sheet: text.slice(0, 2).toLowerCase(), to: new Set(), by: new Set(), section: sections[0], wrong: '' }
  let section = 0
  for (const sign of text.slice(2)) {
    if (sign === ' ') {
      section += 1
      continue
    }
    const [ticks, key] = keys.includes(sign) ? [read.to, sign] : [read.by, keys[shifted.indexOf(sign)]]
    const code = `${sections[section]}${key}`
    if (rows.has(code) && code !== read.sheet) ticks.add(code)
    else read.wrong ||= sign
  }
  read.section = sections[section] ?? ''
  return read
}

function fill(list, codes, rows) {
  list.replaceChildren(
    ...[...codes].map((code) => {
      const item = document.createElement('li')
      item.textContent = `${code} ${name(rows.get(code))}`
      return item
    }),
  )
}

function name(row) {
  return row.querySelector('a').textContent
}
