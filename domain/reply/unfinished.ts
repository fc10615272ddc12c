import { doneWord, doneWords } from './done-word.ts'
import { phrase } from './sentence.ts'

// What speaks against "done" in spite of the word.

/** Wins over "done" wherever it stands before it in the same clause. */
const denies = [
  'khong|chua|chang|(?<!danh )dau(?! vao day)|not|never|no|ll|isn|hasn|haven|wasn|didn|doesn|don t|won t|cannot|cant|(?<!niem )yet',
  'sap|gan|suyt|hau nhu|hau het|co ban|so bo|tam(?= xong| hoan| thoi)|mot phan|mot so|phan lon|da so|almost|nearly|mostly|partly|half',
  'se|(?<!chi |co |ba )mai|ngay kia|(?:tuan|thang|quy|nam|hom|lan) (?:sau|toi)|sap toi|cuoi (?:tuan|thang|quy|nam|ngay|gio)',
  'du kien|co gang|phan dau0?|quyet tam|hua|cam ket0?|hen|tomorrow|soon|will|going|next|expect\\w*|plan\\w*|try\\w*|hope\\w*',
  'dang|tiep tuc|doi|working|ongoing|waiting|pending|still|until|khi|luc nao|bao gio|when|once|unless|nua la|(?<!(?:gio|nay|lan nay|cuoi cung|vay|xong) )thi|phai|kho(?! bac)',
  '(?:xiu|ti|chut|lat|\\d+ (?:phut|gio|ngay|hom|bua|tuan|thang))(?: xiu)? nua|lat|bua (?:sau|toi)|chuan bi|cbi',
  'tuong|mong|muon|can|uoc gi|le ra|dang0? le|ai bao|mo moi|gia(?= da| ma| nhu)|de(?= em| minh| ben| phong| chung| tui0)|lay gi|cho den|truoc khi|should|would|could|must|may be|might',
].join('|')

const denial = phrase(denies)

/** Something denies it, and "xong" comes after that in the same clause. */
export const isDenied = (sentence: string): boolean =>
  sentence.split(/(?<= )[,?](?= )/u).some((clause) => {
    const last = [...clause.matchAll(doneWords)].at(-1)?.index
    return last !== undefined && denial.test(clause.slice(0, last))
  })

/** Conditions reach over commas: "nếu có kinh phí, xong ngay". */
const conditions = phrase('neu|gia su|gia ma|mien la|mien sao|chi0? can|if|unless|khi nao|bao gio')

const piece =
  'du thao|ban nhap|de cuong|mot phan|mot nua|nửa|half|mot so|buoc|giai doan|draft|part|so bo|co ban|' +
  'phan(?! mem| tram| viec duoc giao)|khau|cong doan|muc(?! tieu| dich)|chuong|phu luc|dot|(?:noi dung|y|viec|tieu chi) (?:\\d+|thu|dau)'

/** "Xong phần em", "xong mỗi bước 1". */
const pieceAfter = new RegExp(
  ` ${doneWord}(?: duoc| xong| roi| moi0?| co| rieng| het| chi0?)* (?:cai |cac |nhung0? )?(?:${piece})(?= )`,
  'u',
)
const pieceBefore = new RegExp(
  `(?:^|,) (?:vang |da |em |minh |hien |nay |rieng |moi0? |co )*(?:${piece})(?: (?!,|${doneWord})\\S+){0,4} ${doneWord}(?= )`,
  'u',
)

const counted = new RegExp(` ${doneWord} (?:co |duoc |moi0? |dau )+\\d+(?= )`, 'u')

/** "Xong hết trừ mục 3", "xong, chỉ còn chữ ký". */
const exception = new RegExp(
  ` ${doneWord} (?:\\S+ ){0,5}(?:tru(?! so )|ngoai tru|chi0? con|con moi0?|con (?:${piece}|ap|thon|to|xa|phuong|khu|truong|\\d+)|except|but not)(?= )`,
  'u',
)

const later = new RegExp(
  ` ${doneWord} (?:vao |trong )?(?:ngay )?(?:mai|(?:tuan|thang|quy|nam) (?:sau|toi)|cuoi (?:tuan|thang|quy|nam)|tomorrow|soon)(?= )`,
  'u',
)

/** "Xong em báo", "làm xong em gửi": when it will be. */
const promise = new RegExp(
  ` (?<!da )${doneWord} (?:la |thi |se )*(?:(?:(?:ben |phong |tui0 |chung )?em|minh|toi) )?(?:la |thi |se )*(?:bao(?! cao)|gui|nop|trinh|cap nhat|goi|nhan)(?= )(?!.* (?:LINK|DOCUMENT) )`,
  'u',
)

/** "Xong đâu", "xong thế nào được", "sao mà xong". */
const rhetoric = new RegExp(
  ` ${doneWord}(?: roi)? (?:dau(?! vao day)|(?:the nao|sao|lam sao)(?: ma)? (?:duoc|noi|kip)|gi(?: ma| dau| noi| duoc))(?= )|` +
    ` (?:sao|lam sao|the nao)(?: ma)?(?: \\S+)? ${doneWord}(?= )`,
  'u',
)

/** "Làm xong rồi em báo", "anh làm xong rồi gửi em nhé": what comes after it. */
const thereafter = new RegExp(
  ` (?<!da )${doneWord} roi (?:(?:em|minh|toi) )?(?:bao|gui|nop|trinh|nhan)(?: (?:em|anh|chi|sep|lai|cho|a|nhe|sau|luon))* (?:,|$)`,
  'u',
)

export const isRhetoric = (sentence: string): boolean => rhetoric.test(sentence)

/** "Đã nhận nhiệm vụ hoàn thành báo cáo": what is to be finished. */
const toFinish = phrase(
  '(?:nhan|giao|ro|nam)(?: duoc)? (?:nhiem vu|viec|yeu cau|chi0? dao) (?:phai |la |ve |can )*hoan (?:thanh|tat)',
)

const patterns = [
  toFinish,
  conditions,
  pieceAfter,
  pieceBefore,
  counted,
  exception,
  later,
  promise,
  thereafter,
  rhetoric,
]

/** `bare` is the same without the compounds that hold a denying syllable: "sắp xếp", "sửa chữa". */
export const isUnfinished = (sentence: string, bare = sentence): boolean =>
  isDenied(bare) || patterns.some((pattern) => pattern.test(sentence))

/** "Chưa xong", with at most one word between: whatever else is guessed. */
const flatDenial = phrase(`(?:chua|khong|chang) (?:(?!biet|ro|chac|nho|hieu)\\S+ )?${doneWord}`)

export const isFlatlyDenied = (sentence: string): boolean => flatDenial.test(sentence)

/** Heard from others, or not known: neither done nor not done. */
const uncertain = phrase(
  'nghe (?:\\S+ ){0,3}(?:noi|bao|dau|ke)|thi phai(?= ,| $)|hinh nhu|co le|co khi|co ve|duong nhu|khong chung|chac(?! chan)|maybe|perhaps|probably|i think|i guess|they say',
  'theo (?:nhu )?(?:loi|anh|chi|ben|ban)',
  '(?:anh|chi|sep|ban|truong phong|pho phong|chu tich|ke toan|lanh dao|giam doc|thu truong|ben \\S+|phong (?!em|minh)\\S+|sở \\S+) (?:\\S+ )?(?:bao|noi|nhan0|khang dinh|thong bao|nhan tin)(?! cao| gio| (?:la )?(?:da )?(?:nhan|du|ok|dat|on) )(?: la| rang)?',
  'he (?:said|says)|she (?:said|says)|told me',
  '(?:khong|chua|chang|dau) (?:biet|ro|chac|nho)(?! (?:\\S+ ){0,2}(?:khi nao|bao gio|luc nao|ngay nao))',
)

export const isUncertain = (sentence: string): boolean => uncertain.test(sentence)
