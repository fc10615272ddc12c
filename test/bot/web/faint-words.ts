/** Words whose contrast to what is behind them is under 4.5 : 1 (WCAG AA); runs in the page. */
export const findFaintWords = `() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number)
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const groundOf = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = parse(getComputedStyle(e).backgroundColor)
      if (color.length === 3 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  return [...document.querySelectorAll('body *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility())
    .map((e) => {
      const [a, b] = [luminance(parse(getComputedStyle(e).color)), luminance(groundOf(e))]
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className + ': ' + e.textContent.trim().slice(0, 30)]
    })
    .filter(([ratio]) => ratio < 4.5)
}`
