import type { Room, WireMessage } from './room.ts'
import type { World } from './world.ts'

const isForBot = (message: WireMessage, botId: number, username: string): boolean => {
  if (message.reply_to_message?.from.id === botId) return true
  const words = (message.text ?? message.caption ?? '').toLowerCase()
  const command = /^\/\w+(@\w+)?/.exec(words)
  if (command !== null) return command[1] === undefined || command[1] === username
  return words.includes(username)
}

/** Whether the bot is told of a person's message: with privacy mode, in a group only of what is meant for it. */
export const reachesBot = (world: World, room: Room, message: WireMessage): boolean => {
  if (room.botIs !== 'member') return false
  if (!room.isGroup || !world.habits.privacyMode) return true
  return isForBot(message, world.bot.id, `@${world.bot.username}`.toLowerCase())
}
