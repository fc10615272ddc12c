type BackupRefusal = 'file-exists' | 'file-missing' | 'damaged' | 'newer' | 'not-empty' | 'running'

/** A backup that is not made, or not taken back, for a reason that the person at the terminal is told. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly reason: BackupRefusal

  constructor(reason: BackupRefusal, options?: ErrorOptions) {
    super(`backup refused: ${reason}`, options)
    this.reason = reason
  }
}

const advice: Record<BackupRefusal, string> = {
  'file-exists': 'Tệp này đã có. Hãy đặt tên khác (the file exists already: choose another name).',
  'file-missing': 'Không đọc được tệp sao lưu (the backup file cannot be read).',
  damaged:
    'Tệp sao lưu hỏng hoặc không phải bản sao lưu của Đôn Đốc. Chưa thay đổi gì; hãy dùng bản khác (the backup is damaged: nothing was changed).',
  newer:
    'Bản sao lưu do phiên bản mới hơn tạo ra. Chưa thay đổi gì; hãy nâng cấp chương trình trước (the backup is of a newer version: update the program first).',
  'not-empty':
    'Cơ sở dữ liệu đang có dữ liệu. Chưa thay đổi gì. Muốn thay toàn bộ bằng bản sao lưu: thêm --replace (the database is not empty: --replace replaces everything in it).',
  running:
    'Chương trình đang chạy trên cơ sở dữ liệu này. Hãy dừng mọi tiến trình Đôn Đốc rồi thử lại (the program is running: stop it first).',
}

/** The sentence for the person at the terminal. */
export const adviceForBackup = ({ reason }: BackupRefused): string => advice[reason]
