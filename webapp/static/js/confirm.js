// <form data-confirm="Wirklich löschen?"> or a button in one: asks before it is sent. Without script the page behind
// the form must ask, so this only spares a page load.
export default function confirmFirst(element) {
  const form = element.closest('form')
  form?.addEventListener('submit', (event) => {
    const asked = element === form || event.submitter === element
    if (asked && !window.confirm(element.dataset.confirm)) event.preventDefault()
  })
}
