import { ProgramRuns } from './also-seen.ts'
import { adviceForBackup, BackupRefused } from './backup/refused.ts'
import { ConfigError } from '../config.ts'
import { DatabaseUnavailable } from '../prisma/database.ts'
import { PortUnavailable } from './server.ts'

/** One clear sentence about why the program cannot start and what to do; null for what nobody foresaw. */
export const adviceForStart = (error: unknown): string | null => {
  if (error instanceof ConfigError) {
    return `Cấu hình chưa đúng, xem .env.example (settings are wrong, see .env.example):\n${error.message}`
  }
  if (error instanceof ProgramRuns) return runningAdvice(error)
  if (error instanceof BackupRefused) return adviceForBackup(error)
  if (error instanceof PortUnavailable) return portAdvice(error)
  return error instanceof DatabaseUnavailable ? databaseAdvice(error) : null
}

/** Another folder would only show that there is nothing in it. */
const runningAdvice = ({ folder, seen: { page, chat } }: ProgramRuns): string =>
  `Chương trình đang chạy và giữ thư mục dữ liệu ${folder} nên lệnh này không mở được. Xem trang ${page} trên web hoặc gõ ${chat} trong chat; muốn dùng lệnh thì dừng chương trình trước (the program is running: see ${page} in the web, or stop it first).`

const portAdvice = ({ port, code }: PortUnavailable): string =>
  code === 'EADDRINUSE'
    ? `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc đặt PORT khác, ví dụ PORT=8081 (port ${port} is in use: set another PORT).`
    : `Không mở được cổng ${port} (${code}). Hãy đặt PORT hoặc HOST khác (cannot listen: set another PORT or HOST).`

const databaseAdvice = ({ reason, where }: DatabaseUnavailable): string => {
  switch (reason) {
    case 'folder-in-use':
      return `Thư mục dữ liệu ${where} đang được một tiến trình Đôn Đốc khác dùng. Hãy dừng tiến trình đó, hoặc đặt DATA_DIR khác (the data folder is in use by another process).`
    case 'folder-not-writable':
      return `Không ghi được vào thư mục dữ liệu ${where}. Hãy cấp quyền ghi hoặc đặt DATA_DIR khác (the data folder cannot be written).`
    case 'server-unreachable':
      return `Không kết nối được PostgreSQL tại ${where}. Hãy kiểm tra DATABASE_URL và máy chủ cơ sở dữ liệu (PostgreSQL cannot be reached).`
  }
}
