// <div id="job" data-poll="/url" data-poll-every="1000">: fetches the page and swaps this element until its fresh copy
// no longer carries data-poll. A fresh copy with data-poll-goto sends the reader on. Failures are retried ever more slowly.
import { bind } from './app.js'
import { say } from './status.js'

const SLOWEST = 15000

export default function poll(region) {
  const every = Number(region.dataset.pollEvery) || 1000
  const next = (wait) => setTimeout(() => refresh(region, every, wait, next), wait)
  next(every)
}

async function refresh(region, every, wait, next) {
  if (!region.isConnected) return
  try {
    const answer = await fetch(region.dataset.poll || location.href, { headers: { 'X-Requested-With': 'poll' } })
    if (!answer.ok) throw new Error(answer.status)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(region.id)
    if (!fresh) return location.reload()
    show(region, fresh)
    if (fresh.dataset.pollGoto) return location.assign(fresh.dataset.pollGoto)
    if (fresh.hasAttribute('data-poll')) next(every)
    else document.title = page.title
  } catch {
    next(Math.min(wait * 2, SLOWEST))
  }
}

// The element itself stays, so focus and its live region survive; a button in focus inside is found again by id.
function show(region, fresh) {
  const focused = region.contains(document.activeElement) ? document.activeElement.id : ''
  if (region.dataset.pollSaid !== fresh.dataset.status) say(fresh.dataset.status)
  region.dataset.pollSaid = fresh.dataset.status ?? ''
  region.replaceChildren(...fresh.childNodes)
  if (!fresh.hasAttribute('data-poll')) region.removeAttribute('data-poll')
  if (focused) document.getElementById(focused)?.focus()
  bind(region)
}
