// <button type="button" data-copy="id" data-copied="Kopiert" hidden>: copies what stands in that field. Where the browser
// does not let it (no https), the text is selected, so that one key press is left.
import { say } from './status.js'

export default function copy(button) {
  const field = document.getElementById(button.dataset.copy)
  const label = button.querySelector('.kern-label')
  const usual = label.textContent
  button.hidden = false
  button.addEventListener('click', async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      if (!document.execCommand('copy')) return
    }
    label.textContent = button.dataset.copied
    say(button.dataset.copied)
    setTimeout(() => (label.textContent = usual), 3000)
  })
}
