import { onTestFinished } from 'vitest'
import { openStage, type Stage } from '../../support/stage.ts'
import { createZaloEmulator, type ZaloEmulator, type ZaloOptions } from '../../support/zalo/emulator.ts'

// Whatever is started here ends with the test that started it.

type Settings = Readonly<Record<string, string>>

export const startZalo = async (options: ZaloOptions = {}): Promise<ZaloEmulator> => {
  const zalo = await createZaloEmulator(options)
  onTestFinished(() => zalo.close())
  return zalo
}

/** The whole program, as a bot of this service. */
export const startBot = async (zalo: ZaloEmulator, settings: Settings = {}): Promise<Stage> => {
  const stage = await openStage({ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ...settings })
  onTestFinished(() => stage.close())
  return stage
}

export const begin = async (options: ZaloOptions = {}, settings: Settings = {}) => {
  const zalo = await startZalo(options)
  return { zalo, stage: await startBot(zalo, settings) }
}
