import { bold, code, lines, type Rich, rich } from '../rich-text.ts'

/** Examples of commands that take words, by the command's first name; the others are their own example. */
const examples: Readonly<Record<string, string>> = {
  viec: '/viec quá hạn',
  nv: '/nv 12',
  tinhhinh: '/tinhhinh Sở Nội vụ',
  thongbao: '/thongbao Nộp báo cáo trước ngày 15/3',
  kybaocao: '/kybaocao quý 1',
  moi: '/moi Sở Nội vụ',
  chuyen: '/chuyen Phòng Y tế sang Phòng Nội vụ',
  nguoi: '/nguoi Phòng Nội vụ',
  giaoviec: '/giaoviec 12',
  vangmat: '/vangmat từ 5/3 đến 12/3',
  ten: '/ten Chuyên viên Một',
  ngonngu: '/ngonngu en',
}

const groups = { work: 'Công việc', steering: 'Điều hành', account: 'Cá nhân' }

const languages = { vi: 'Tiếng Việt', en: 'English' }

export const helpVi = {
  about: 'Những việc anh/chị làm được',
  title: ({ name }: { name: string }): Rich => rich`Anh/chị ${bold(name)} làm được những việc sau:`,
  group: (group: keyof typeof groups): Rich => bold(groups[group]),
  /** `first` is the command's first name: what examples are kept by. */
  line: (name: string, about: string, first: string): Rich => {
    const example = examples[first]
    const what = rich`${code(`/${name}`)} – ${about}`
    return example === undefined ? what : rich`${what}, ví dụ ${code(example)}`
  },
  /** Which of its names a command is shown by in this language. */
  nameOf: (names: readonly [string, ...string[]]): string => names[0],
  answering: (): Rich =>
    lines([
      bold('Trả lời nhắc việc'),
      rich`Trả lời thẳng vào tin nhắc: ${code('đã nhận')}, ${code('60%')}, ${code('xong')}, ${code('vướng: chưa có kinh phí')} hoặc liên kết minh chứng.`,
      rich`Không trả lời được vào tin thì thêm số của việc: ${code('nv12 xong 80%')}.`,
    ]),
  planFiles: (): Rich => rich`Giao việc: gửi tệp kế hoạch (.docx, .xlsx, .pdf) vào đây, xem lại rồi xác nhận.`,

  aboutWeb: 'Liên kết mở trò chuyện này trên trình duyệt',
  signInLink: ({ name, url, minutes }: { name: string; url: string; minutes: number }): Rich =>
    lines([
      rich`Mở liên kết này để trò chuyện trên trình duyệt với tên ${bold(name)}:`,
      url,
      `Dùng một lần, trong ${minutes} phút. Xin không chuyển cho người khác.`,
    ]),

  aboutLanguage: 'Đổi ngôn ngữ: English, Tiếng Việt',
  askLanguage: (): Rich => rich`Chọn ngôn ngữ:`,
  language: (locale: keyof typeof languages): string => languages[locale],
  languageSet: (): Rich => rich`✅ Từ nay bot nói tiếng Việt. Đổi lại: ${code('/ngonngu en')}.`,

  aboutCancel: 'Bỏ việc đang hỏi dở',
  cancelled: (): Rich =>
    rich`Đã bỏ việc đang hỏi dở; bot không chờ câu trả lời nào nữa. Những gì đã ghi vẫn giữ nguyên.`,
}

export type HelpMessages = typeof helpVi
