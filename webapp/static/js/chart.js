// <figure data-chart><script type="application/json">…</script></figure>: draws the chart; without script the table below says the same.
// The drawing library is loaded only when a chart comes near the window. Its own style sheet is linked, so that it writes none.

export default function chart(figure) {
  const near = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return
    near.disconnect()
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
  }, { rootMargin: '200px' })
  near.observe(figure)
}
