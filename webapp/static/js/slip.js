// The Merkzettel: up to five ids kept by this browser alone. <li data-slip="link"> in the header leads to it and holds the
// words; <button data-slip="add" data-slip-id> puts an entry on it or takes it off; <a data-slip="drop" data-slip-id> takes
// it off and goes on; <div data-slip="page"> is a slip without entries in its address: with some at hand it leads there.
import { say } from './status.js'

const KEY = 'merkzettel'
const MOST = 5
const words = document.querySelector('[data-slip="link"]')?.dataset ?? {}

export default function slip(element) {
  const start = { link: startLink, add: startButton, drop: startDrop, page: startPage }[element.dataset.slip]
  start?.(element)
}

function startLink(item) {
  const link = item.querySelector('a')
  const show = () => {
    const ids = read()
    link.querySelector('[data-count]').textContent = ids.length ? `(${ids.length})` : ''
    const base = link.href.split('?')[0]
    link.href = ids.length ? `${base}?e=${ids.join(',')}` : base
  }
  item.hidden = false
  show()
  addEventListener('merkzettel', show)
  addEventListener('storage', show)
  addEventListener('pageshow', show)
}

function startButton(button) {
  const id = button.dataset.slipId
  const label = button.querySelector('.kern-label')
  const show = () => {
    const on = read().includes(id)
    button.setAttribute('aria-pressed', on)
    label.textContent = on ? words.remove : words.add
  }
  button.hidden = false
  show()
  const gone = new AbortController() // a search while typing replaces the buttons
  const again = () => (button.isConnected ? show() : gone.abort())
  for (const event of ['merkzettel', 'storage', 'pageshow']) addEventListener(event, again, { signal: gone.signal })
  button.addEventListener('click', () => {
    const ids = read()
    const on = ids.includes(id)
    if (!on && ids.length >= MOST) {
      label.textContent = words.full
      return say(words.full)
    }
    if (!write(on ? ids.filter((each) => each !== id) : [...ids, id])) return say(words.failed)
    say(on ? words.removed : words.added)
  })
}

function startDrop(link) {
  link.addEventListener('click', () => write(read().filter((id) => id !== link.dataset.slipId)))
}

function startPage() {
  const ids = read()
  if (ids.length && !new URLSearchParams(location.search).has('e')) location.replace(`${location.pathname}?e=${ids.join(',')}`)
}

function read() {
  try {
    const ids = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => /^[\w-]{1,64}$/.test(id)).slice(0, MOST) : []
  } catch {
    return []
  }
}

function write(ids) {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    return false
  }
  dispatchEvent(new Event('merkzettel'))
  return true
}
