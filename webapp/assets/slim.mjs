// Slims KERN UX to the blocks our macros use: no utilities, no grid, no dark palette, no unused icon or token.
import postcss from 'postcss'

const BLOCKS = new Set(`accordion alert badge body btn btn-wrapper card description-list description-list-item
  divider error fieldset form-check form-input heading-display heading-x-large heading-large heading-medium
  heading-small hint icon label link list number preline progress sr-only subline table table-responsive title
  layer level-0`.split(/\s+/))
const ICONS = new Set(`account-circle add arrow-back arrow-down arrow-forward arrow-up autorenew calendar-today check
  close danger delete download drive-folder-upload edit help home info language logout mail open-in-new search success
  visibility warning small default large x-large`.split(/\s+/))
const DROPPED_MODIFIERS = /\.kern-(card--(small|large|surface)|form-input__input--width|kern-dark)|-mobile\b/

export function slim(css, ownCss) {
  const root = postcss.parse(css)
  root.walkComments((comment) => comment.remove())
  root.walkAtRules('media', (media) => { if (media.params.includes('prefers-color-scheme')) media.remove() })
  root.walkRules((rule) => {
    const kept = rule.selectors.filter(wanted)
    if (kept.length) rule.selectors = kept
    else rule.remove()
  })
  root.walkDecls('-webkit-mask', (decl) => decl.remove())
  dropUnusedTokens(root, ownCss)
  stripFallbacks(root)
  root.walkAtRules((at) => { if (at.nodes && !at.nodes.length) at.remove() })
  root.walkAtRules('charset', (at) => at.remove())
  return `@layer kern{${root.toString()}}`
}

function wanted(selector) {
  if (/^:root$|data-kern-theme=.?light/.test(selector)) return true
  if (/data-kern-theme|\.kern-(dark|light)/.test(selector) || DROPPED_MODIFIERS.test(selector)) return false
  if (/\.kern-dialog/.test(selector)) return false
  const icons = [...selector.matchAll(/\.kern-icon--([a-z0-9-]+)/g)].map((m) => m[1])
  const blocks = [...selector.matchAll(/\.kern-([a-z0-9]+(?:-[a-z0-9]+)*)/g)].map((m) => m[1])
  return icons.every((name) => ICONS.has(name)) && blocks.every((name) => BLOCKS.has(name))
}

// A token stays when a kept rule or our own CSS reads it, directly or through another token.
function dropUnusedTokens(root, ownCss) {
  const uses = new Set(names(ownCss))
  const tokens = new Map()
  root.walkDecls((decl) => {
    if (!decl.prop.startsWith('--')) names(decl.value).forEach((name) => uses.add(name))
    else tokens.set(decl.prop, [...(tokens.get(decl.prop) ?? []), ...names(decl.value)])
  })
  const queue = [...uses]
  for (let name; (name = queue.pop());) {
    for (const next of tokens.get(name) ?? []) if (!uses.has(next)) { uses.add(next); queue.push(next) }
  }
  root.walkDecls(/^--/, (decl) => { if (!uses.has(decl.prop)) decl.remove() })
  root.walkRules((rule) => { if (!rule.nodes.length) rule.remove() })
}

function stripFallbacks(root) {
  const defined = new Set()
  root.walkDecls(/^--/, (decl) => defined.add(decl.prop))
  root.walkDecls((decl) => {
    decl.value = decl.value.replace(/var\((--[\w-]+),[^()]*\)/g,
      (all, name) => (defined.has(name) ? `var(${name})` : all))
  })
}

const names = (text) => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1])
