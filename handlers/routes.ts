import type { ButtonRoute, Command, DialogRoute } from './route.ts'

// The whole list of what a person can ask for.

export const commands: readonly Command[] = []

export const buttons: readonly ButtonRoute[] = []

export const dialogs: readonly DialogRoute[] = []
