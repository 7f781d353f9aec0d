// <figure data-chart><script type="application/json">…</script></figure>: draws the chart; without script the table below says the same.
// The drawing library is loaded only when a chart comes near the window; then the others follow when there is time, so that
// paper has them, too. Its own style sheet is linked, so that it writes none.

const drawings = new Map() // of each figure the promise of its drawing, begun or done
const whenIdle = window.requestIdleCallback ?? (then => setTimeout(then, 200))

export default function chart(figure) {
  const near = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return
    near.disconnect()
    await draw(figure)
    whenIdle(drawAll)
  }, { rootMargin: '600px' })
  near.observe(figure)
}

// All that have room on the page: one in a closed part is drawn when it is opened. Settled when the last one stands.
export const drawAll = () =>
  Promise.allSettled([...document.querySelectorAll('figure[data-chart]')].filter(figure => figure.clientWidth).map(draw))

function draw(figure) {
  if (!drawings.has(figure)) drawings.set(figure, drawn(figure))
  return drawings.get(figure)
}

async function drawn(figure) {
  const { data, layout, config } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent)
  const { default: Plotly } = await import('../vendor/plotly.js')
  const place = document.createElement('div')
  place.setAttribute('aria-hidden', 'true')
  figure.querySelector('script').after(place)
  const narrow = figure.clientWidth < 480
  // Paper is narrower than the window: drawn again for it, and back.
  addEventListener('beforeprint', () => Plotly.relayout(place, { width: 640 }))
  addEventListener('afterprint', () => Plotly.relayout(place, { width: null, autosize: true }))
  await Plotly.newPlot(place, data, narrow ? { ...layout, font: { ...layout.font, size: 13 } } : layout, {
    ...config, locale: document.documentElement.lang,
  })
}
