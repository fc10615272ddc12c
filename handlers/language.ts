import { fold } from '../domain/fold.ts'
import type { Locale } from '../domain/people.ts'
import { messagesIn } from '../locales/index.ts'
import type { Handler } from './request.ts'

const words: Readonly<Record<string, Locale>> = {
  ...{ vi: 'vi', viet: 'vi', 'tieng viet': 'vi', vietnamese: 'vi' },
  ...{ en: 'en', anh: 'en', 'tieng anh': 'en', english: 'en' },
}
const locales: readonly Locale[] = ['vi', 'en']

/** /ngonngu: the language the bot speaks with this person from now on; asked when it is not named. */
export const changeLanguage: Handler<'audit' | 'people'> = async ({ now, m, person, chat }, typed, stores) => {
  const locale = Object.hasOwn(words, fold(typed)) ? words[fold(typed)] : undefined
  if (locale === undefined) {
    const buttons = [locales.map((each) => ({ label: m.help.language(each), action: `lang:${each}` }))]
    return [{ text: m.help.askLanguage(), buttons }]
  }
  await stores.people.setLocale(person.id, locale)
  await stores.audit.append(
    {
      ...{ action: 'language', subject: 'person', subjectId: person.id, personId: person.id, channel: chat.channel },
      ...{ before: { locale: person.locale }, after: { locale } },
    },
    now,
  )
  return [{ text: messagesIn(locale).help.languageSet() }]
}
