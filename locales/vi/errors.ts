import { bold, code, type Rich, rich } from '../rich-text.ts'

/** One clear sentence each: what was understood, what was not, and what works. */
export const errorsVi = {
  'unknown-command': ({ typed, nearest }: { typed: string; nearest: string | null }): Rich =>
    nearest === null
      ? rich`Chưa có lệnh ${code(typed)}. Gõ ${code('/trogiup')} để xem những việc làm được.`
      : rich`Chưa có lệnh ${code(typed)}. Có phải anh/chị muốn dùng ${code(nearest)}?`,
  'not-allowed': (): Rich =>
    rich`Việc này không thuộc quyền của anh/chị. Gõ ${code('/trogiup')} để xem những việc làm được.`,
  'not-joined': (): Rich =>
    rich`Anh/chị chưa tham gia. Hãy nhắn ${code('/start MÃ')} với mã mời do cán bộ tổng hợp cấp, ví dụ ${code('/start K7M2-9QXD')}.`,
  'code-unknown': (): Rich => rich`Mã mời này không đúng. Xin kiểm tra lại từng ký tự hoặc xin cán bộ tổng hợp mã mới.`,
  'code-used': (): Rich => rich`Mã mời này đã được dùng. Mỗi mã chỉ dùng một lần; xin cán bộ tổng hợp cấp mã mới.`,
  'code-expired': (): Rich => rich`Mã mời này đã hết hạn. Xin cán bộ tổng hợp cấp mã mới.`,
  'code-too-many-tries': ({ minutes }: { minutes: number }): Rich =>
    rich`Đã nhập sai mã nhiều lần. Xin thử lại sau ${minutes} phút.`,
  'other-workspace': (): Rich =>
    rich`Tài khoản này đang thuộc một cơ quan khác trong hệ thống nên không dùng ở đây được.`,
  'account-taken': (): Rich => rich`Tài khoản này đã thuộc về một người trong hệ thống nên không nối thêm được.`,
  'no-agency': (): Rich =>
    rich`Anh/chị chưa thuộc đơn vị nào. Xin cán bộ tổng hợp cấp mã mời của đơn vị rồi nhắn ${code('/start MÃ')}.`,
  'agency-unknown': ({ typed, nearest }: { typed: string; nearest: readonly string[] }): Rich =>
    nearest.length === 0
      ? rich`Không tìm thấy đơn vị “${typed}”. Hãy gõ đủ tên, ví dụ: Sở Nội vụ.`
      : rich`Không tìm thấy đơn vị “${typed}”. Gần giống nhất: ${nearest.join('; ')}.`,
  'task-unknown': ({ typed }: { typed: string }): Rich =>
    rich`Không thấy nhiệm vụ “${typed}” trong phạm vi của anh/chị. Gõ ${code('/viec')} để xem danh sách.`,
  'message-stale': (): Rich =>
    rich`Tin nhắn này không còn gắn với nhiệm vụ nào. Gõ ${code('/viec')} rồi trả lời vào nhiệm vụ cần cập nhật.`,
  'button-stale': (): Rich => rich`Nút này không còn dùng được. Gõ ${code('/viec')} để xem tình hình mới nhất.`,
  'percent-out-of-range': ({ typed }: { typed: string }): Rich =>
    rich`Tỷ lệ ${typed} không hợp lệ: cần từ 0% đến 100%, ví dụ ${code('60%')}. Chưa ghi nhận gì.`,
  'not-understood': (): Rich =>
    rich`Chưa hiểu ý anh/chị nên chưa ghi nhận gì. Có thể trả lời: ${code('đã nhận')}, ${code('60%')}, ${code('xong')}, ${code('vướng: …')} hoặc gửi liên kết minh chứng.`,
  'which-task': ({ numbers }: { numbers: readonly number[] }): Rich =>
    rich`Anh/chị nói về nhiệm vụ nào? Hãy thêm số, ví dụ ${code(`nv${numbers[0] ?? 12} xong`)}, hoặc trả lời thẳng vào tin nhắn của nhiệm vụ đó.`,
  'task-closed': ({ number }: { number: number }): Rich =>
    rich`${bold(`NV${number}`)} đã kết thúc nên không ghi thêm được. Chưa có gì thay đổi.`,
  'undo-too-late': (): Rich =>
    rich`Đã quá thời gian hoàn tác (10 phút) hoặc đã có cập nhật mới hơn. Xin gửi cập nhật mới.`,
  'file-not-a-plan': ({ name }: { name: string }): Rich =>
    rich`Không tìm thấy nhiệm vụ nào trong tệp “${name}”. Xin gửi văn bản có phân công nhiệm vụ: kế hoạch, công văn hoặc phụ lục của nó.`,
  'file-not-a-directory': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” không phải danh mục đơn vị: cần .xlsx có dòng tiêu đề gồm Tên, Loại, Trực thuộc, như tệp mẫu examples/danh-muc-don-vi-mau.xlsx.`,
  'file-not-a-calendar': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” chưa phải lịch làm việc: cần .xlsx hoặc .csv có dòng tiêu đề gồm Ngày, Loại, như tệp mẫu examples/lich-lam-viec-mau.csv. Chưa ghi gì.`,
  'file-empty': ({ name }: { name: string }): Rich => rich`Tệp “${name}” trống. Xin kiểm tra và gửi lại.`,
  'file-too-large': ({ name, limitMb }: { name: string; limitMb: number }): Rich =>
    rich`Tệp “${name}” lớn hơn ${limitMb} MB nên không nhận được. Xin gửi bản gọn hơn.`,
  'file-unpacks-too-large': ({ name, limitMb }: { name: string; limitMb: number }): Rich =>
    rich`Tệp “${name}” là tệp nén, bung ra lớn hơn ${limitMb} MB nên không mở. Xin bỏ bớt hình ảnh, lưu lại và gửi lần nữa.`,
  'file-too-long': ({ name, limitRows }: { name: string; limitRows: number }): Rich =>
    rich`Tệp “${name}” dài hơn ${limitRows.toLocaleString('vi')} dòng nên không nhận. Xin chỉ giữ lại phần giao nhiệm vụ hoặc chia thành nhiều tệp.`,
  'file-too-many-pages': ({ name, limitPages }: { name: string; limitPages: number }): Rich =>
    rich`Tệp “${name}” dài hơn ${limitPages} trang nên không nhận. Xin chỉ giữ lại phần giao nhiệm vụ hoặc chia thành nhiều tệp.`,
  'file-unreadable': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” không thuộc loại đọc được. Xin gửi .docx, .xlsx, .csv, .pdf, .html, .md, .txt hoặc ảnh .png, .jpg.`,
  'file-broken': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” bị hỏng hoặc tải lên chưa đủ nên không mở được. Xin mở lại trên máy, lưu thành tệp mới và gửi lần nữa.`,
  'file-protected': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” có mật khẩu nên không mở được. Xin bỏ mật khẩu, lưu lại và gửi lần nữa.`,
  'file-old-format': ({ name, saveAs }: { name: string; saveAs: string }): Rich =>
    rich`Tệp “${name}” ở định dạng cũ nên không đọc được. Xin mở tệp, chọn Lưu thành (Save As) ${saveAs} và gửi lại.`,
  'file-no-text': ({ name }: { name: string }): Rich =>
    rich`Không thấy chữ nào trong ảnh hoặc bản quét “${name}”. Xin chụp, quét lại rõ và thẳng, hoặc gửi tệp gốc.`,
  'file-too-slow': ({ name, minutes }: { name: string; minutes: number }): Rich =>
    rich`Đọc tệp “${name}” quá ${minutes} phút mà chưa xong nên đã dừng. Chưa ghi nhận gì; xin chia thành nhiều tệp nhỏ hơn.`,
  'file-too-heavy': ({ name }: { name: string }): Rich =>
    rich`Đọc tệp “${name}” cần nhiều bộ nhớ hơn mức cho phép nên đã dừng. Chưa ghi nhận gì; xin chia thành nhiều tệp nhỏ hơn.`,
  'file-reading-stopped': ({ name }: { name: string }): Rich =>
    rich`Việc đọc tệp “${name}” bị ngắt giữa chừng. Chưa ghi nhận gì; xin gửi lại.`,
  'file-secret': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” có dấu mật nên hệ thống từ chối nhận và không lưu lại. Tài liệu mật không được gửi qua ứng dụng nhắn tin.`,
  'file-unavailable': ({ name }: { name: string }): Rich =>
    rich`Chưa tải được tệp “${name}” từ ứng dụng nhắn tin. Xin gửi lại.`,
  'file-executable': ({ name }: { name: string }): Rich =>
    rich`Tệp “${name}” là loại tệp chạy được nên không nhận. Xin gửi văn bản, bảng tính, bản quét hoặc ảnh.`,
  'file-not-stored': ({ name }: { name: string }): Rich =>
    rich`Kho lưu trữ chưa nhận được tệp “${name}” nên chưa ghi gì. Xin gửi lại sau ít phút.`,
  'evidence-full': ({ number, limit }: { number: number; limit: number }): Rich =>
    rich`${bold(`NV${number}`)} đã đủ ${limit} minh chứng nên không nhận thêm. Xin rút bớt bản cũ (${code(`/minhchung ${number}`)}) hoặc gộp các tệp lại.`,
  'evidence-not-kept': (): Rich =>
    rich`Không còn tệp nào đang chờ (đã lưu, đã bỏ hoặc quá 24 giờ). Xin gửi lại tệp nếu cần.`,
  'broadcast-files-full': ({ limit }: { limit: number }): Rich =>
    rich`Một thông báo kèm được tối đa ${limit} tệp nên không nhận thêm. Xin bỏ bớt dưới bản xem trước, hoặc gộp các tệp lại.`,
  'unsupported-content': ({ canSendFiles }: { canSendFiles: boolean }): Rich =>
    canSendFiles
      ? rich`Chưa dùng được loại nội dung này. Xin gửi bằng chữ hoặc gửi tệp.`
      : rich`Ở đây không nhận được tệp và loại nội dung này. Xin gửi liên kết, hoặc dùng trang web (gõ ${code('/web')}).`,
  'nobody-to-reach': (): Rich =>
    rich`Chưa có ai trong phạm vi này tham gia nên chưa gửi được cho ai. Gõ ${code('/moi')} để mời.`,
  'text-missing': ({ example }: { example: string }): Rich => rich`Thiếu từ cần tìm. Ví dụ: ${code(example)}`,
  'number-missing': ({ example }: { example: string }): Rich =>
    rich`Thiếu số của nhiệm vụ. Ví dụ: ${code(example)}. Gõ ${code('/viec')} để xem các việc và số của chúng.`,
  'private-only': (): Rich => rich`Việc này chỉ làm trong trò chuyện riêng với bot.`,
  internal: ({ reference }: { reference: string }): Rich =>
    rich`Có lỗi ngoài dự kiến nên chưa làm được việc này. Xin thử lại; nếu vẫn lỗi, báo quản trị mã ${code(reference)}.`,
}

export type ErrorMessages = typeof errorsVi
