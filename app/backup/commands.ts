import { stat } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import type { Database } from '../../prisma/database.ts'
import { createStorage } from '../../storage/storage.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

interface BackupCommand {
  readonly config: Pick<Config, 'storage'>
  readonly database: Database
  readonly path: string
  readonly withoutFiles: boolean
  readonly now: Date
}

export interface RestoreCommand extends BackupCommand {
  readonly replace: boolean
}

const storageOf = ({ config, withoutFiles }: BackupCommand) =>
  withoutFiles ? null : createStorage(config.storage, () => new Date())

/** `dondoc backup FILE`: returns what was written, in words. */
export const backupToFile = async (command: BackupCommand): Promise<string> => {
  const { database, path, now } = command
  const { rows, files, missingFiles } = await makeBackup({ database, path, now, storage: storageOf(command) })
  const { size } = await stat(path)
  return [
    `Đã sao lưu ${rows} dòng dữ liệu, ${files} tệp vào ${path} (${Math.ceil(size / 1024)} KB).`,
    ...(missingFiles > 0 ? [`Không tìm thấy ${missingFiles} tệp trong kho (missing in the storage).`] : []),
  ].join('\n')
}

/** `dondoc restore FILE`: returns what was put back and what was held, in words. */
export const restoreFromFile = async (command: RestoreCommand): Promise<string> => {
  const { database, path, now, replace } = command
  const { takenAt, rows, files, held, unheard } = await restoreBackup({
    ...{ database, path, now, replace, storage: storageOf(command) },
  })
  const [unsent, undone] = [held, unheard].map((some) => some.reduce((sum, { count }) => sum + count, 0))
  return [
    `Đã khôi phục ${rows} dòng dữ liệu, ${files} tệp từ bản sao lưu lúc ${takenAt.toISOString()}.`,
    `${unsent} tin đang chờ gửi, ${undone} tin gửi đến chưa xử lý lúc sao lưu: không gửi, không xử lý; cán bộ tổng hợp và quản trị sẽ được báo khi chương trình chạy.`,
    'Mọi phiên đăng nhập, mã mời, liên kết đã hủy. Liên kết đăng nhập mới: npx dondoc signin (all sessions are void).',
  ].join('\n')
}
