// @ts-check
// A draft as a table: a cell is saved when it is left, and what changed is shown where it stands.

const main = /** @type {HTMLElement} */ (document.querySelector('main'))
const said = /** @type {HTMLElement} */ (document.querySelector('#said'))
const standing = /** @type {HTMLElement} */ (document.querySelector('#standing'))
const words = /** @type {HTMLElement} */ (document.querySelector('#words')).dataset
const path = main.dataset.draft ?? ''

/** @typedef {{changed?: boolean, said?: string, error?: string, standing?: string, rows?: string[], gone?: number[], reload?: boolean}} Answer */
/** @typedef {HTMLTextAreaElement | HTMLInputElement} Field */

/** One request after the other: the second is about what the first left. */
let last = Promise.resolve()

/** @param {object} correction @returns {Promise<boolean>} whether it was made */
const correct = (correction) => {
  const done = last.then(() => send(correction))
  last = done.then(
    () => undefined,
    () => undefined,
  )
  return done
}

/** @param {object} correction @returns {Promise<boolean>} */
const send = async (correction) => {
  say(words.saving ?? '', false)
  try {
    const response = await fetch(`${path}/sua`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(correction),
    })
    const answer = /** @type {Answer} */ (await response.json())
    if (!response.ok || answer.changed === false) {
      refuse(answer)
      return false
    }
    show(answer)
    return true
  } catch {
    say(words.notSaved ?? '', true)
    return false
  }
}

/** @param {string} text @param {boolean} isProblem */
const say = (text, isProblem) => {
  said.textContent = text
  said.classList.toggle('problem', isProblem)
}

/** Words with styles come from the server as markup that is already safe. @param {Answer} answer */
const refuse = (answer) => {
  if (answer.said === undefined) say(answer.error ?? words.notSaved ?? '', true)
  else {
    said.innerHTML = answer.said
    said.classList.add('problem')
  }
}

/** @param {Answer} answer */
const show = (answer) => {
  if (answer.reload === true) {
    location.reload()
    return
  }
  said.innerHTML = answer.said ?? ''
  said.classList.remove('problem')
  if (answer.standing !== undefined) standing.innerHTML = answer.standing
  for (const number of answer.gone ?? []) document.querySelector(`#row-${number}`)?.remove()
  for (const row of answer.rows ?? []) renew(row)
  filter()
  countPicked()
}

/** Puts a row in the place of what it was, and the cursor where it stood. @param {string} markup */
const renew = (markup) => {
  const pattern = document.createElement('template')
  pattern.innerHTML = markup
  const row = pattern.content.querySelector('tr')
  const old = row === null ? null : document.getElementById(row.id)
  if (row === null || old === null) return
  const active = document.activeElement
  const field = active instanceof HTMLElement && old.contains(active) ? active.dataset.field : undefined
  // What is being written elsewhere in the row is not lost.
  for (const cell of fieldsIn(old)) {
    const fresh = /** @type {Field | null} */ (row.querySelector(`[data-field="${cell.dataset.field}"]`))
    if (fresh !== null && cell === active) fresh.value = cell.value === cell.dataset.saved ? fresh.value : cell.value
  }
  old.replaceWith(row)
  grow(row)
  if (field !== undefined) /** @type {HTMLElement | null} */ (row.querySelector(`[data-field="${field}"]`))?.focus()
}

/** @param {Element} row @returns {HTMLTextAreaElement[]} */
const fieldsIn = (row) => [...row.querySelectorAll('textarea')]

/** Cells are as high as their words, also where the browser cannot do that by style. @param {ParentNode} within */
const grow = (within) => {
  if (CSS.supports('field-sizing', 'content')) return
  for (const cell of within.querySelectorAll('textarea')) {
    cell.style.height = 'auto'
    cell.style.height = `${cell.scrollHeight}px`
  }
}

/** @param {EventTarget | null} target @returns {number} */
const rowOf = (target) => Number(/** @type {HTMLElement} */ (target).closest('tr')?.dataset.row)

/** @param {Field} field */
const save = async (field) => {
  const text = field.value.trim()
  if (text === (field.dataset.saved ?? '').trim()) return
  const { field: name, heading } = field.dataset
  field.classList.add('saving')
  const made = await correct(
    heading === undefined
      ? { kind: 'cell', rows: [rowOf(field)], field: name, text }
      : { kind: 'heading', field: heading, text },
  )
  field.classList.remove('saving')
  field.setAttribute('aria-invalid', String(!made))
}

/** @returns {number[]} */
const picked = () =>
  [.../** @type {NodeListOf<HTMLInputElement>} */ (main.querySelectorAll('input[name="pick"]:checked'))].map((box) =>
    Number(box.value),
  )

const countPicked = () => {
  const count = picked().length
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (main.querySelectorAll('[data-several]'))) {
    button.disabled = count < (button.dataset.several === 'merge' ? 2 : 1)
  }
}

const filter = () => {
  const only = /** @type {HTMLInputElement} */ (document.querySelector('#only-doubtful')).checked
  main.classList.toggle('only-doubtful', only)
}

/** The chat shows the plan once more, with what can be decided. */
const review = async () => {
  const clientId = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0'))
  await last
  const response = await fetch(`${path}/xem`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ clientId: clientId.join('') }),
  })
  if (response.ok) location.assign('/')
  else refuse(await response.json())
}

/** @param {HTMLButtonElement} button */
const press = (button) => {
  const { action, several, all } = button.dataset
  if (action !== undefined) return correct({ kind: action, rows: [rowOf(button)] })
  if (several !== undefined) return correct({ kind: several, rows: picked() })
  if (all === 'undo') return correct({ kind: 'undo' })
  return all === 'review' ? review() : undefined
}

main.addEventListener('change', (event) => {
  const { target } = event
  if (target instanceof HTMLTextAreaElement) void save(target)
  else if (target instanceof HTMLInputElement && target.dataset.heading !== undefined) void save(target)
  else if (target instanceof HTMLInputElement && target.name === 'pick') countPicked()
  else filter()
})
main.addEventListener('click', (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest('button')
  if (button !== null) Promise.resolve(press(button)).catch(() => say(words.notSaved ?? '', true))
})
main.addEventListener('keydown', (event) => {
  const { target } = event
  if (!(target instanceof HTMLTextAreaElement)) return
  // A cell is one line of words; Escape takes back what was not saved.
  if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault()
    target.blur()
  }
  if (event.key === 'Escape') target.value = target.dataset.saved ?? ''
})
main.addEventListener('input', (event) => {
  if (event.target instanceof HTMLTextAreaElement) grow(/** @type {HTMLElement} */ (event.target.parentElement))
})
grow(document)
filter()
countPicked()
