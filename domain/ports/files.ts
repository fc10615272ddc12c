/** More than this is refused everywhere: what a phone sends within minutes and a reader opens at once. */
export const largestFileMb = 50

/** Where the bytes of files are kept: a folder, or a storage that speaks S3. */
export interface FileStorage {
  /**
   * Keeps bytes under a key: lower-case letters, digits, hyphens, and slashes between. Resolves once they cannot be
   * lost; the same key again replaces them. Rejects when the storage does not take them.
   */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null when there is nothing under this key. Rejects when the storage does not answer. */
  get(key: string): Promise<Uint8Array | null>
}
