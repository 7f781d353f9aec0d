// <button type="button" data-print hidden>: shown only where it can do something.
export default function printing(button) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
