// Draws a code that stands in the address after "#", which browsers keep to themselves: the server never learns it.

// Served out of its package: only the page knows where.
const { default: qrcode } = await import(document.querySelector('#card').dataset.drawing)

const svg = 'http://www.w3.org/2000/svg'
const quietZone = 4

/** A QR picture of an address: one path, so that printers draw no seams between the squares. */
const draw = (address) => {
  const qr = qrcode(0, 'M')
  qr.addData(address)
  qr.make()
  const count = qr.getModuleCount()
  const squares = []
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (qr.isDark(row, column)) squares.push(`M${column + quietZone} ${row + quietZone}h1v1h-1z`)
    }
  }
  const picture = document.createElementNS(svg, 'svg')
  const size = count + 2 * quietZone
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`)
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', squares.join(''))
  picture.append(path)
  return picture
}

const show = () => {
  const [, linking, code] = /^#(noi:)?([2-9A-Z]{4}-[2-9A-Z]{4})$/.exec(location.hash) ?? []
  const card = document.querySelector('#card')
  document.querySelector('#missing').hidden = code !== undefined
  card.hidden = code === undefined
  if (code === undefined) return
  for (const place of card.querySelectorAll('[data-code]')) place.textContent = place.dataset.code + code
  for (const way of card.querySelectorAll('figure')) {
    const address = way.dataset.before + code + (linking && way.dataset.linking ? way.dataset.linking : '')
    way.querySelector('.qr').replaceChildren(draw(address))
    const link = way.querySelector('a')
    link.href = address
    link.textContent = address
  }
}

addEventListener('hashchange', show)
document.querySelector('#print').addEventListener('click', () => print())
show()
