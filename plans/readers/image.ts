import { createCanvas, loadImage } from '@napi-rs/canvas'
import { AppError } from '../../domain/errors.ts'
import type { PlanDocument } from '../document.ts'
import type { Reading } from '../reading.ts'
import { documentOfPages } from '../layout/pages-to-document.ts'
import { atReadingSize } from '../ocr/letter-size.ts'
import { greyOf, type Picture } from '../ocr/picture.ts'
import { sizeOfPicture } from '../ocr/picture-size.ts'
import { readPicture } from '../ocr/read-picture.ts'
import { createRecogniser } from '../ocr/recogniser.ts'
import { maxPicturePixels } from './pdf-file.ts'

const decode = async (bytes: Uint8Array): Promise<Picture> => {
  const image = await loadImage(bytes)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return greyOf(image.width, image.height, context.getImageData(0, 0, image.width, image.height).data)
}

/**
 * Reads the picture of a page (.png, .jpg, .webp) by recognition. Throws `AppError`: 'file-old-format' (TIFF, BMP, GIF),
 * 'file-too-heavy' (over 50 megapixels, by its header alone), 'file-broken', 'file-no-text'.
 */
export const readImage = async ({ file, onProgress }: Reading): Promise<PlanDocument> => {
  const { name, bytes } = file
  const size = sizeOfPicture(bytes)
  if (size === null) throw new AppError('file-old-format', { name, saveAs: '.png' })
  if (size.width * size.height > maxPicturePixels) throw new AppError('file-too-heavy', { name })
  const recogniser = createRecogniser()
  try {
    const page = await readPicture(atReadingSize(await decode(bytes)), recogniser)
    if (page.words.length === 0) throw new AppError('file-no-text', { name })
    onProgress({ page: 1, pages: 1 })
    return documentOfPages([page])
  } finally {
    await recogniser.stop()
  }
}
