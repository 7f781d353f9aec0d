// <form method="get" data-live-form="results facets">: shows results while one types, as the server would have sent them.
// Replaces the elements of those ids (the first must be there), the title and the address. Typing replaces the entry in
// the history, submitting adds one, going back asks the server again. Whatever fails ends in an ordinary page load.
import { bind } from './app.js'
import { say } from './status.js'

const PAUSE = 300

export default function liveForm(form) {
  const ids = (form.dataset.liveForm || 'results').split(' ')
  let shown = location.pathname + location.search
  let pending
  let timer

  const load = async (url, remember) => {
    clearTimeout(timer)
    pending?.abort()
    const { signal } = (pending = new AbortController())
    document.getElementById(ids[0]).dataset.busy = ''
    try {
      const answer = await fetch(url, { signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!answer.ok || !page.getElementById(ids[0])) throw new Error('not a results page')
      remember?.(url)
      shown = location.pathname + location.search
      show(page, ids)
    } catch (error) {
      if (error.name !== 'AbortError') location.assign(url)
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => load(address(form), (url) => history.replaceState(null, '', url)), PAUSE)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    load(address(form), (url) => history.pushState(null, '', url))
  })
  // A jump inside the page (the skip link) fires this too, with nothing to load.
  addEventListener('popstate', () => {
    if (location.pathname + location.search === shown) return
    refill(form)
    load(location.href)
  })
}

// The address the form itself would go to, without its empty fields.
function address(form) {
  const url = new URL(form.action)
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
  return url.href
}

function show(page, ids) {
  const focused = document.activeElement?.id
  for (const id of ids) {
    const fresh = page.getElementById(id)
    document.getElementById(id)?.replaceWith(...(fresh ? [fresh] : []))
  }
  document.title = page.title
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus()
  const results = document.getElementById(ids[0])
  say(results.dataset.status || results.querySelector('h2')?.textContent)
  bind(results)
}

function refill(form) {
  const query = new URLSearchParams(location.search)
  for (const field of form.elements) {
    if (!field.name) continue
    const values = query.getAll(field.name)
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value)
    else if (field.type !== 'hidden') field.value = values[0] ?? ''
  }
}
