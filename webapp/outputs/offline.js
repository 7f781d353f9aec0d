// Finds entries by words and topic. Without it the page is a list by letter.
const plain = (text) => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ä', 'ae').replaceAll('ö', 'oe')
  .replaceAll('ü', 'ue').normalize('NFD').replace(/[\u0300-\u036f]/g, '')
const form = document.querySelector('form')
const status = document.querySelector('[role=status]')
const entries = [...document.querySelectorAll('article')].map((element) => {
  const digits = [...element.querySelectorAll('[href^="tel:"]')].map((link) => link.textContent.replace(/\D/g, '')).join(' ')
  return { element, text: `${plain(element.textContent)} ${digits}`, topics: element.dataset.topics.split(' ') }
})
const find = () => {
  const words = plain(form.q.value).split(/\s+/).filter(Boolean)
  const topic = form.topic.value
  let count = 0
  for (const { element, text, topics } of entries) {
    const fits = words.every((word) => text.includes(word)) && (!topic || topics.includes(topic))
    element.hidden = !fits
    count += fits
  }
  for (const section of document.querySelectorAll('main section')) section.hidden = !section.querySelector('article:not([hidden])')
  document.querySelector('nav').hidden = count < entries.length
  status.textContent = (count === 1 ? form.dataset.one : form.dataset.many).replace('#', count)
}
form.hidden = false
form.addEventListener('input', find)
form.addEventListener('submit', (event) => event.preventDefault())
find()
