/** The columns that a directory's table can have; the name is the only one it must have. */
export type SheetColumn = 'name' | 'kind' | 'shortName' | 'aliases' | 'parent' | 'groups' | 'validFrom' | 'validTo'

/** A row of a directory's table as it stands in the file; what has no column is empty. */
export type SheetRow = { readonly line: number } & { readonly [Column in SheetColumn]: string }

/** Why a row was not taken; locales/ puts it into words. */
export interface SheetProblem {
  readonly line: number
  readonly code:
    | 'no-name'
    | 'kind-unknown'
    | 'bad-date'
    | 'ends-before-it-begins'
    | 'twice'
    | 'name-taken'
    | 'alias-taken'
    | 'parent-unknown'
    | 'parent-below-it'
  /** The words in question. */
  readonly detail: string
}

/** A directory as a file of rows, read by whoever knows files. */
export interface DirectorySheet {
  readonly rows: readonly SheetRow[]
}
