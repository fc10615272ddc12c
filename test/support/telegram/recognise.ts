import type { MessageEntity } from 'grammy/types'

type Found = Exclude<MessageEntity['type'], 'custom_emoji' | 'pre' | 'text_link' | 'text_mention' | 'date_time'>

const patterns: readonly (readonly [Found, RegExp])[] = [
  ['url', /\bhttps?:\/\/[^\s<>"']+|\b(?:[\p{L}\d-]+\.)+(?:vn|com|org|net|gov|info|edu)\b(?:\/[^\s<>"']*)?/giu],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['bot_command', /(?<![\p{L}\p{N}_/@#])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\p{L}/])/gu],
  ['mention', /(?<![\p{L}\p{N}_])@\w{4,32}/gu],
  ['hashtag', /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
]

/** What the service marks by itself in the words that people type: commands, links, names, tags. */
export const recogniseEntities = (text: string): MessageEntity[] => {
  const found: MessageEntity[] = []
  const isFree = (start: number, end: number): boolean =>
    found.every((other) => end <= other.offset || start >= other.offset + other.length)
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (isFree(match.index, match.index + match[0].length)) {
        found.push({ type, offset: match.index, length: match[0].length })
      }
    }
  }
  return found.sort((a, b) => a.offset - b.offset)
}
