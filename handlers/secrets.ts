import { createHash, randomBytes } from 'node:crypto'
import { inviteCodeBytes, inviteCodeFrom } from '../domain/invite-code.ts'

/** What is stored of a code or a link: whoever reads the database cannot use it. SHA-256 in hex. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** An invitation code that nobody guesses within its lifetime. */
export const createInviteCode = (): string => inviteCodeFrom(randomBytes(inviteCodeBytes))

/** A secret for an address: 32 random bytes. */
export const createToken = (): string => randomBytes(32).toString('base64url')
