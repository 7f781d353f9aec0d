// <button type="button" data-print hidden>: shown only where it can do something. Charts that nobody scrolled to are drawn first.
import { drawAll } from './chart.js'

export default function printing(button) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await drawAll()
    window.print()
  })
}
