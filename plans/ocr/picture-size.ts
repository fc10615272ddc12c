/** How large a picture is, in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const pngSize = (view: DataView): PictureSize => ({ width: view.getUint32(16), height: view.getUint32(20) })

/** Segments that state the size are of these kinds; the three others among them hold tables. */
const isFrame = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)

/** How far it is to the next segment; fill bytes and marks without content have no length of their own. */
const lengthOf = (view: DataView, at: number, kind: number): number => {
  if (kind === 0xff) return 1
  return kind >= 0xd0 && kind <= 0xd9 ? 2 : 2 + view.getUint16(at + 2)
}

/** A JPEG is a list of segments. */
const jpegSize = (view: DataView): PictureSize => {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const kind = view.getUint8(at + 1)
    if (isFrame(kind)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += lengthOf(view, at, kind)
  }
  throw new RangeError('a picture without a size')
}

const webpSize = (view: DataView, kind: string): PictureSize | null => {
  const u24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (kind === 'VP8X') return { width: u24(24) + 1, height: u24(27) + 1 }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

/**
 * The size that a picture's header states, before anything is unpacked. Null for kinds that are not read (TIFF, BMP, GIF).
 * Throws a RangeError on a header that is cut off or states none.
 */
export const sizeOfPicture = (bytes: Uint8Array): PictureSize | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (latin(bytes, 1, 3) === 'PNG') return pngSize(view)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(view)
  return latin(bytes, 8, 4) === 'WEBP' ? webpSize(view, latin(bytes, 12, 4)) : null
}
