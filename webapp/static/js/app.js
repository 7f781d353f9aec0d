// Loads a behaviour only on pages that ask for it by its attribute. Every page works without any of them.
const BEHAVIOURS = {
  'data-live-form': './live-form.js',
  'data-poll': './poll.js',
  'data-confirm': './confirm.js',
  'data-print': './printing.js',
  'data-chart': './chart.js',
  'data-drop': './drop.js',
  'data-filter-rows': './filter-rows.js',
  'data-count-ticks': './count-ticks.js',
  'data-sheet-line': './sheet-line.js',
  'data-copy': './copy.js',
  'data-slip': './slip.js',
}

export async function bind(root) {
  for (const [attribute, file] of Object.entries(BEHAVIOURS)) {
    const elements = root.querySelectorAll(`[${attribute}]`)
    if (!elements.length) continue
    const { default: start } = await import(file)
    for (const element of elements) {
      if (element.dataset.bound) continue
      element.dataset.bound = ''
      start(element)
    }
  }
}

bind(document)
