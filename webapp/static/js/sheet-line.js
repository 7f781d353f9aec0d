// The line a sheet of paper is typed as: says by name what was typed, while it is typed, and leads to the next sheet that
// is awaited. What is stored the server reads from the line itself (webapp/survey/codes.py), so this only shows.
export default function sheetLine(input) {
  const told = document.getElementById(input.dataset.sheetLine)
  const sheet = input.form.elements.sheet
  const whose = input.form.querySelector('[data-whose]')
  const rows = new Map([...document.querySelectorAll('[data-code]')].map((row) => [row.dataset.code, row]))
  const show = () => {
    const own = sheet.value.trim().toLowerCase()
    whose.textContent = rows.has(own) ? input.dataset.own.replace('%s', name(rows.get(own))) : ''
    const read = parse(input.value, own, input.dataset, rows)
    told.hidden = !input.value
    fill(told.querySelector('[data-to]'), read.to, rows)
    fill(told.querySelector('[data-by]'), read.by, rows)
    const where = read.wrong ? input.dataset.unknown.replace('%s', read.wrong) : input.dataset.section.replace('%s', read.section)
    told.querySelector('[data-where]').textContent = where
    for (const [code, row] of rows) row.toggleAttribute('data-mark', read.to.has(code) || read.by.has(code))
  }
  input.addEventListener('input', show)
  sheet.addEventListener('input', () => {
    show()
    if (sheet.value.length === 2) input.focus()
  })
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      sheet.value = next(input.dataset.waiting.split(' ').filter(Boolean), sheet.value, step)
      show()
    } else if (event.key === 'Backspace' && !input.value) {
      event.preventDefault()
      sheet.select()
    }
  })
  show()
}

function parse(text, sheet, { keys, shifted, sections }, rows) {
  const read = { to: new Set(), by: new Set(), section: '', wrong: '' }
  let section = 0
  let right = false
  for (const sign of text) {
    if (sign === ' ' || sign === '<') {
      section += sign === ' ' ? 1 : 2
      right = false
      continue
    }
    const left = !shifted.includes(sign)
    if (left && right) section += 1
    right = !left
    const code = `${sections[section]}${left ? sign : keys[shifted.indexOf(sign)]}`
    if (rows.has(code) && code !== sheet) (left ? read.to : read.by).add(code)
    else read.wrong ||= sign
  }
  read.section = sections[section] ?? ''
  return read
}

function next(waiting, now, step) {
  if (!waiting.length) return now
  const at = waiting.indexOf(now)
  return waiting[at < 0 ? 0 : (at + step + waiting.length) % waiting.length]
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
