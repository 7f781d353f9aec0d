// <form data-drop>: a file dropped anywhere on the form is sent at once; its file field and button do the same without.
export default function drop(form) {
  const field = form.querySelector('input[type=file]')
  const over = (on) => form.classList.toggle('kp-drop--over', on)
  form.classList.add('kp-drop--ready')
  form.querySelector('[data-drop-hint]')?.removeAttribute('hidden')
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    over(true)
  })
  form.addEventListener('dragleave', (event) => form.contains(event.relatedTarget) || over(false))
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer.files.length) return
    event.preventDefault()
    over(false)
    const one = new DataTransfer()
    one.items.add(event.dataTransfer.files[0])
    field.files = one.files
    form.requestSubmit()
  })
}
