/** The page that takes files which a messenger does not pass on. */
export const webUploadVi = {
  title: 'Nộp minh chứng',
  titleOfBroadcast: 'Kèm tệp vào thông báo',
  leadOfBroadcast: (excerpt: string): string =>
    excerpt === '' ? 'Tối đa 3 tệp hoặc ảnh.' : `Thông báo “${excerpt}”: tối đa 3 tệp hoặc ảnh.`,
  due: (day: string): string => `Hạn ${day.split('-').reverse().join('/')}`,
  files: 'Tệp, ảnh',
  filesHint: 'Chọn một hoặc nhiều tệp, tổng cộng tối đa 50 MB. Không gửi tài liệu mật.',
  caption: 'Chú thích (nếu có)',
  captionHint: 'Ví dụ: xong; 60%; biên bản họp ngày 5/3',
  send: 'Nộp',
  hint: 'Địa chỉ này dùng được một lần, trong 24 giờ.',
  sending: 'Đang tải lên {n}%',
  saving: 'Đang lưu…',
  lost: 'Mất kết nối nên chưa nộp được. Xin bấm Nộp lần nữa.',
  done: 'Đã nhận',
  close: 'Bot cũng đã nhắn vào chỗ trò chuyện. Anh/chị có thể đóng trang này.',
}

export type WebUploadMessages = typeof webUploadVi
