import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Puts the settings of the `.env` file beside the program into the environment, where there is one; what is set wins. */
export const loadEnvFile = (): void => {
  const path = join(import.meta.dirname, '..', '.env')
  if (existsSync(path)) process.loadEnvFile(path)
}
