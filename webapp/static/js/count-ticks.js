// <span data-count-ticks="id of the list" data-text="%s ticks">: how many boxes are ticked now.
export default function countTicks(place) {
  const list = document.getElementById(place.dataset.countTicks)
  const show = () => {
    place.textContent = place.dataset.text.replace('%s', list.querySelectorAll(':checked').length)
  }
  list.addEventListener('change', show)
  show()
}
