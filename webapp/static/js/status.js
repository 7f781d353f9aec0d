// Says a sentence to people who listen instead of looking; layout.html holds the region.
export function say(text) {
  const region = document.getElementById('status')
  if (region && text) region.textContent = text.trim().replace(/\s+/g, ' ')
}
