// <div hidden data-filter-rows="id of the list">: an input inside hides the rows [data-row] of the list that do not hold
// what is typed. Ticks in hidden rows stay and are sent. Escape empties the field.
export default function filterRows(box) {
  const list = document.getElementById(box.dataset.filterRows)
  const input = box.querySelector('input')
  const count = box.querySelector('[data-all]')
  const rows = [...list.querySelectorAll('[data-row]')].map((row) => [row, plain(row.firstElementChild.textContent)])
  box.hidden = false
  input.addEventListener('input', () => {
    const words = plain(input.value).split(' ').filter(Boolean)
    let shown = 0
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) shown += 1
    }
    for (const section of list.children) section.hidden = !section.querySelector('[data-row]:not([hidden])')
    count.textContent = words.length ? count.dataset.found.replace('%s', shown) : count.dataset.all
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault() // it looks for a row, it does not send the answer
    if (event.key === 'Escape') {
      input.value = ''
      input.dispatchEvent(new Event('input'))
    }
  })
}

export function plain(text) {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
