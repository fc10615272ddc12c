/** Where a sentence, with its diacritics or without, says that something is done: "đã làm xong", "hoan thanh". */
export const saidDone =
  /(?<!\p{L})(?:(?:đã|vừa|mới|được|cũng|da|vua|moi|duoc|cung) )*(?:(?:làm|thực hiện|tổ chức|lam|thuc hien|to chuc) )?(?:xong|hoàn thành|hoàn tất|hoan thanh|hoan tat|done)(?!\p{L})/iu
