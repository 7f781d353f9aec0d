// The charts that dashboards draw, and nothing else of plotly.js: waterfall, curves, bars, flows; in German where asked.
import Plotly from 'plotly.js/lib/core'
import bar from 'plotly.js/lib/bar'
import sankey from 'plotly.js/lib/sankey'
import waterfall from 'plotly.js/lib/waterfall'
import german from 'plotly.js/lib/locales/de'

Plotly.register([bar, sankey, waterfall, german])

export default Plotly
