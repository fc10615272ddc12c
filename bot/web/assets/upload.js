// @ts-check
// How far an upload has come. Without this script the form is sent as forms are.

const form = /** @type {HTMLFormElement} */ (document.querySelector('#upload'))
const bar = /** @type {HTMLProgressElement} */ (document.querySelector('#progress'))
const state = /** @type {HTMLElement} */ (document.querySelector('#state'))
const trouble = /** @type {HTMLElement} */ (document.querySelector('#trouble'))
const button = /** @type {HTMLButtonElement} */ (form.querySelector('button'))
const words = form.dataset
const limitBytes = 50 * 1024 * 1024

/** @param {string | undefined} sentence */
const complain = (sentence) => {
  bar.hidden = true
  state.textContent = ''
  button.disabled = false
  const problem = document.createElement('p')
  problem.className = 'problem'
  problem.setAttribute('role', 'alert')
  problem.textContent = sentence ?? ''
  trouble.replaceChildren(problem)
}

/** @param {XMLHttpRequest} request */
const settle = (request) => {
  const page = new DOMParser().parseFromString(request.responseText, 'text/html')
  const said = page.querySelector('[role="alert"]')
  const main = page.querySelector('main')
  if (request.status >= 400 || main === null) return complain(said?.textContent ?? words['lost'])
  document.querySelector('main')?.replaceWith(document.adoptNode(main))
}

/** @param {number} percent */
const showProgress = (percent) => {
  bar.value = percent
  state.textContent = (percent < 100 ? words['sending']?.replace('{n}', String(percent)) : words['saving']) ?? ''
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const body = new FormData(form)
  const size = body.getAll('file').reduce((sum, file) => sum + (file instanceof File ? file.size : 0), 0)
  if (size > limitBytes) return complain(words['tooLarge'])
  trouble.replaceChildren()
  button.disabled = true
  bar.hidden = false
  showProgress(0)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', ({ loaded, total }) => showProgress(Math.round((loaded / total) * 100)))
  request.addEventListener('load', () => settle(request))
  request.addEventListener('error', () => complain(words['lost']))
  request.send(body)
})
